//! The reading of a text, kept as long as that is worth its memory.

use std::sync::{Arc, Weak};

use crate::workspace::ParsedText;

/// Of a text that is larger than this, in bytes, the reading is made anew when somebody asks, out of the stretches that are kept
/// of it anyway. To keep it as well would hold most of the text's structure twice.
const LARGEST: usize = 1 << 20;

/// The reading of a text. That of a large text is there only while somebody uses it.
#[derive(Debug, Default)]
pub struct KeptReading {
    own: Option<Arc<ParsedText>>,
    lent: Weak<ParsedText>,
}

impl KeptReading {
    /// A reading that is kept, or only lent.
    pub fn of(reading: &Arc<ParsedText>) -> KeptReading {
        let mut kept = KeptReading::needed(reading.clone());
        kept.let_go_of_large();
        kept
    }

    /// A reading that is kept however large it is, since it will be asked for.
    pub fn needed(reading: Arc<ParsedText>) -> KeptReading {
        KeptReading { lent: Arc::downgrade(&reading), own: Some(reading) }
    }

    /// Keeps a large one no longer.
    pub fn let_go_of_large(&mut self) {
        self.own = self.own.take().filter(|reading| reading.text.len() <= LARGEST);
    }

    /// The reading, where it is still there.
    pub fn get(&self) -> Option<Arc<ParsedText>> {
        self.own.clone().or_else(|| self.lent.upgrade())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reading_of_a_large_text_is_only_lent() {
        let small = ParsedText::of("The General Assembly,\n".to_owned()).unwrap();
        let kept = KeptReading::of(&small);
        drop(small);
        assert!(kept.get().is_some());
        let large = ParsedText::of("lamps \n\n".repeat(LARGEST / 8 + 1)).unwrap();
        let mut kept = KeptReading::needed(large);
        let lent = kept.get().unwrap();
        kept.let_go_of_large();
        assert!(kept.get().is_some());
        drop(lent);
        assert!(kept.get().is_none());
    }
}
