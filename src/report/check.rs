//! What is found in a text, and what becomes of it when that is mended. No file is touched.

use std::ops::Range;
use std::path::Path;

use crate::config::{EffectiveConfig, IgnoredFinding};
use crate::draft::{Draft, Edit, edit};
use crate::library::AuthorityCache;
use crate::rules::{self, Finding, Fix, MendTrials, MendableText, Related, TriedMends, VersionDifference};
use crate::source::{self, SourceMap, SourceText, Unreadable, WriteBack};

/// How many bytes are read to try the mends of one text. Of a draft of many pages that is a thousand readings.
const TRIED: usize = 64 << 20;

/// Finds what there is to find in a text, and mends it, by what is settled for it.
#[derive(Debug, Clone, Copy)]
pub struct TextCheck<'a> {
    /// What is known of what it cites.
    pub knowledge: &'a AuthorityCache,
    /// What is settled for it.
    pub applied: &'a EffectiveConfig,
    /// Its file, whose name may say how it is read, if it is of any.
    pub path: Option<&'a Path>,
}

/// What becomes of a text when its certain mends are made.
#[derive(Debug)]
pub struct MendedSource {
    /// The text of its file with the mends made; `None` where there are none.
    pub after: Option<String>,
    /// The mends.
    pub tried: TriedMends,
    /// How many certain mends can't be made in its file: what they mend lies across elements of it, or outside of their text.
    pub across: usize,
}

impl TextCheck<'_> {
    /// What is found in a text that was read, in bytes of the text, with what differs from its other language versions. `used` is
    /// told for what a finding is not shown.
    pub fn findings(
        &self,
        source: &SourceText,
        draft: &Draft,
        differences: &[VersionDifference],
        used: &mut dyn FnMut(&IgnoredFinding),
    ) -> Vec<Finding> {
        let wants = |rule: &rules::Rule| self.applied.wants(rule);
        let all = rules::check_among(self.knowledge, differences, &source.text, draft, &wants);
        let mut findings = self.applied.filter_findings_noting(&all, source.map.written(&source.text), used);
        if source.write_back() == WriteBack::Text {
            keep_mendable(&mut findings, &source.map);
        }
        findings
    }

    /// Makes all certain mends of what was found in a text that can be made in its file and keep what they should. Mends that can't
    /// be made there are taken from the findings.
    pub fn mend(&self, source: &SourceText, draft: &Draft, findings: &mut [Finding]) -> MendedSource {
        let certain = |findings: &[Finding]| findings.iter().filter(|one| has_certain_mend(one)).count();
        let wanted = certain(findings);
        keep_mendable(findings, &source.map);
        let across = wanted - certain(findings);
        let tried = self.try_mends(source, draft, findings, |trials| trials.mend_all(&|_| true));
        let edits = edit::in_file(&tried.edits, &source.map).filter(|_| tried.mended > 0);
        let after = edits.map(|edits| edit::apply(&edits, source.file()));
        MendedSource { after, tried, across }
    }

    /// Reads what a text's file holds after mends, as it was read before.
    ///
    /// # Errors
    ///
    /// When it is no draft's any more.
    pub fn read_mended(&self, source: &SourceText, after: String) -> Result<SourceText, Unreadable> {
        match source.map.is_of_pieces() {
            true => source::of_text(after, self.path),
            false => Ok(source::of_written_text(after, self.path)),
        }
    }

    /// What comes of trying mends of what was found in a text.
    pub fn try_mends<T>(
        &self,
        source: &SourceText,
        draft: &Draft,
        findings: &[Finding],
        tried: impl FnOnce(&mut MendTrials<'_>) -> T,
    ) -> T {
        let reread = |edits: &[Edit]| self.applied.reread(self.knowledge, &source.text, &source.map, self.path, edits);
        let is_editable = |range: &Range<usize>| source.map.is_mendable(range);
        let (reread, is_editable) = (&reread, &is_editable);
        let mendable = MendableText { text: &source.text, draft, findings, reread, is_editable };
        tried(&mut MendTrials::new(mendable, TRIED))
    }
}

/// Leaves out the mends that can't be made in the file.
pub fn keep_mendable(findings: &mut [Finding], map: &SourceMap) {
    findings.iter_mut().for_each(|finding| finding.keep_editable(|range| map.is_mendable(range)));
}

/// Whether a finding has a mend that may be made unasked.
pub fn has_certain_mend(finding: &Finding) -> bool {
    finding.fix.as_ref().is_some_and(|fix| fix.certain)
}

/// Findings where they stand in the file, with those mends that can be made there.
pub fn findings_in_file(source: &SourceText, findings: &[Finding]) -> Vec<Finding> {
    let place = |range: &Range<usize>| source.map.file_range(range);
    let related = |finding: &Finding| -> Vec<Related> {
        let related = finding.related.iter();
        related.map(|one| Related { range: place(&one.range), message: one.message.clone() }).collect()
    };
    let fix = |finding: &Finding| {
        let fix = finding.fix.as_ref()?;
        Some(Fix { edits: edit::in_file(&fix.edits, &source.map)?, ..fix.clone() })
    };
    let moved = findings.iter().map(|finding| Finding {
        range: place(&finding.range),
        related: related(finding),
        fix: fix(finding),
        ..finding.clone()
    });
    moved.collect()
}
