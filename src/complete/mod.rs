//! What may be written where the cursor is: opening words, instruments, references, names.
