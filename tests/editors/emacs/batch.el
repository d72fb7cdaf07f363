;;; batch.el --- Rapporteur in Emacs without a screen  -*- lexical-binding: t; -*-

;; emacs -Q --batch -l batch.el -f ert-run-tests-batch-and-exit, in a folder with the drafts of examples/.
;; All waiting is for a condition, and bounded.

(require 'ert)
(require 'flymake)
(require 'xref)
(require 'imenu)
(require 'rapporteur)

(setq eglot-autoshutdown t
      eglot-confirm-server-edits nil
      eglot-sync-connect 20
      make-backup-files nil
      create-lockfiles nil)

(defun wait (what condition)
  "Waits until CONDITION is true, and gives it; WHAT says in vain."
  (with-timeout (20 (error "Waited in vain: %s" what))
    (let (answer)
      (while (not (setq answer (funcall condition)))
        (accept-process-output nil 0.02))
      answer)))

(defun findings ()
  "The rules' names of the findings, by their places."
  (mapcar (lambda (finding)
            (let ((text (flymake-diagnostic-text finding)))
              (should (string-match "\\(?:rapporteur \\)?\\[?\\([a-z]+-[a-z]+\\)\\]?:" text))
              (match-string 1 text)))
          (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun finding (code)
  "The first finding of the rule CODE."
  (seq-find (lambda (finding) (string-search code (flymake-diagnostic-text finding)))
            (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun words (finding)
  "What FINDING is about."
  (buffer-substring-no-properties (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding)))

(defun changed ()
  "Tells the server what was typed: without a screen nobody is idle."
  (eglot--signal-textDocument/didChange))

(defun fix (code)
  "Makes the mend of the first finding of the rule CODE."
  (let* ((place (flymake-diagnostic-beg (finding code)))
         (actions (append (eglot-code-actions place place "quickfix") nil)))
    ;; The others leave the finding out.
    (should actions)
    (eglot-execute (eglot-current-server) (car actions))
    (plist-get (car actions) :title)))

(defun open-draft (name)
  "Visits the draft NAME and waits for its findings."
  (find-file name)
  (should (eq major-mode 'rapporteur-mode))
  ;; What `eglot-ensure' left for after the command that visits the file.
  (run-hooks 'post-command-hook)
  (wait "the server" #'eglot-managed-p)
  ;; And Flymake for when the draft is shown.
  (flymake-start)
  (wait "four findings" (lambda () (= 4 (length (flymake-diagnostics)))))
  (wait "the status" (lambda () rapporteur-status)))

(ert-deftest a-draft-in-emacs ()
  (open-draft "night-sky.en.resolution.txt")
  (should (equal (findings) '("footnote-undefined" "subparagraph-numbering" "operative-numbering" "symbol-malformed")))
  (should (equal (words (finding "operative-numbering")) "3."))
  (should (string-prefix-p " 4 findings, English, 6 preambular, 7 operative" (rapporteur--mode-line)))

  ;; What it is, and where it is.
  (goto-char (point-min))
  (search-forward "92/1")
  (let (said)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq said text)))
    (wait "hover" (lambda () said))
    (should (string-search "Dark and quiet skies for science and society" said)))
  (let ((here (point)))
    ;; The folder has to be read first.
    (wait "the definition" (lambda () (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
    (call-interactively #'xref-find-definitions)
    (should (string-suffix-p "92-14.en.resolution.txt" buffer-file-name))
    (should (looking-at "92/14\\. Dark and quiet skies"))
    (xref-go-back)
    (should (= here (point))))
  ;; Twice in each of the three drafts, once the folder is read.
  (wait "six references"
        (lambda () (= 6 (length (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot))))))
  (should (string-search "Protection of the night sky" (format "%S" (eglot-imenu))))

  ;; A quick fix, and a mend by hand.
  (should (equal (fix "symbol-malformed") "Write A/RES/90/211"))
  (should (save-excursion (goto-char (point-min)) (search-forward "¹ See A/RES/90/211" nil t)))
  (wait "its finding goes" (lambda () (changed) (= 3 (length (flymake-diagnostics)))))
  (goto-char (flymake-diagnostic-beg (finding "operative-numbering")))
  (delete-char 1)
  (execute-kbd-macro "4")
  (changed)
  (wait "the finding goes while it is mended" (lambda () (= 2 (length (flymake-diagnostics)))))

  ;; Places after characters of every width.
  (goto-char (point-max))
  (execute-kbd-macro "8. Notes élèves 决议 السماء 🌍🌍 A/Res/90/211 and 🌍 A/92//85;")
  (changed)
  (wait "two more findings" (lambda () (= 4 (length (flymake-diagnostics)))))
  (should (equal (words (finding "symbol-malformed")) "A/Res/90/211"))

  ;; Settings that are changed while the server runs.
  (setq rapporteur-ignore '("symbol-malformed"))
  (eglot-signal-didChangeConfiguration (eglot-current-server))
  (wait "a rule is switched off" (lambda () (not (finding "symbol-malformed"))))
  (setq rapporteur-ignore nil)
  (eglot-signal-didChangeConfiguration (eglot-current-server))
  (wait "a rule is switched on" (lambda () (finding "symbol-malformed")))
  (set-buffer-modified-p nil))

(defun colour (words)
  "The face in which WORDS begin."
  (goto-char (point-min))
  (let ((place (- (search-forward words) (length words))))
    (font-lock-ensure)
    (get-text-property place 'face)))

(ert-deftest writing-a-draft ()
  (open-draft "night-sky.en.resolution.txt")
  ;; Enter writes the next label, and the cursor stands behind it.
  (goto-char (point-min))
  (search-forward "5. ")
  (end-of-line)
  (execute-kbd-macro (kbd "RET"))
  (should (looking-back "^6\\. " (pos-bol)))
  (execute-kbd-macro "Invites the towns to help;")
  (should (string-match-p "^6\\. Invites the towns to help;$" (buffer-string)))
  (changed)
  ;; The labels below follow, and a paragraph is moved with its number.
  (rapporteur-renumber)
  (wait "the labels follow" (lambda () (string-match-p "^7\\. Decides to proclaim" (buffer-string))))
  (goto-char (point-min))
  (search-forward "Invites the towns")
  (rapporteur-move-paragraph-down)
  (wait "the paragraph is moved" (lambda () (string-match-p "^7\\. Invites the towns" (buffer-string))))
  ;; A note is begun, and the cursor goes to it.
  (goto-char (point-min))
  (search-forward "Invites the towns")
  (rapporteur-insert-footnote)
  (wait "the note is begun" (lambda () (string-match-p "Invites the towns[²³⁴⁵⁶]" (buffer-string))))
  (wait "the cursor is in it" (lambda () (looking-at "…")))
  (set-buffer-modified-p nil)
  (kill-buffer))

(ert-deftest colours ()
  (open-draft "night-sky.en.resolution.txt")
  (should (eq (colour "The General Assembly,") 'font-lock-function-name-face))
  (should (eq (colour "Recalling also") 'font-lock-keyword-face))
  (should (eq (colour "1. Reaffirms") 'font-lock-constant-face))
  (should (eq (colour "Reaffirms") 'font-lock-keyword-face))
  (should (eq (colour "90/211") 'font-lock-type-face))
  (should (memq (colour "¹") '(font-lock-builtin-face)))
  (open-draft "night-sky.zh.resolution.txt")
  (should (eq (colour "大会，") 'font-lock-function-name-face))
  (should (eq (colour "又回顾") 'font-lock-keyword-face))
  (should (eq (colour "促请") 'font-lock-keyword-face)))

(ert-deftest drafts-in-other-languages ()
  ;; Emacs names no language, so that of the draft is spoken.
  (dolist (draft '(("ar" "العربية" "ترقيم الفقرة بالرقم 4") ("zh" "中文" "将本段编为4")))
    (open-draft (format "night-sky.%s.resolution.txt" (car draft)))
    (should (string-prefix-p (format " 4 findings, %s, 6 preambular, 7 operative" (cadr draft)) (rapporteur--mode-line)))
    (should (equal (words (finding "symbol-malformed")) "A/Res/90/211"))
    (should (equal (fix "operative-numbering") (caddr draft)))
    (wait "its finding goes" (lambda () (changed) (= 3 (length (flymake-diagnostics)))))
    (set-buffer-modified-p nil)))

(ert-deftest a-missing-server ()
  (let ((rapporteur-program "/nowhere/rapporteur") said)
    (cl-letf (((symbol-function 'display-warning) (lambda (_ message &rest _) (setq said message))))
      (with-temp-buffer (rapporteur-mode)))
    (should (string-search "/nowhere/rapporteur" said))
    (should (string-search "Install it, or set" said))))
