//! A draft in Akoma Ntoso, in the form in which the United Nations publishes its resolutions.
//!
//! A resolution is a `statement`; resolutions A and B in one file are the components of a `documentCollection`. What is
//! written is valid by the strict schema of OASIS: it stands in the order of the schema whatever the draft's is, and what
//! the draft doesn't say isn't made up. Nothing of the text is left out. docs/akoma-ntoso.md tells what is written how.
//!
//! Source: the resolutions of the seventy-seventh session in `http://un.org/akn4un`; Akoma Ntoso Version 1.0 (OASIS), part 2.

mod body;
mod element;
mod inline;
mod meta;
mod statement;
#[cfg(test)]
mod tests;

use self::element::AknElement;
use self::inline::AknInline;
use self::meta::AknIdentity;
use self::statement::{AknPart, parts};
use super::Manuscript;

/// The namespace of Akoma Ntoso 3.0.
const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// A draft as an Akoma Ntoso document.
pub fn of(manuscript: &Manuscript<'_>) -> String {
    let identity = AknIdentity::of(&manuscript.draft);
    let mut inline = AknInline::of(manuscript);
    let (head, components) = parts(&manuscript.blocks);
    let mut root = AknElement::new("akomaNtoso").with("xmlns", NAMESPACE);
    if components.is_empty() {
        let AknPart { children, .. } = AknPart::of(head, &identity, "main", "", &mut inline);
        let meta = identity.meta("main").holding(identity.references()).holding_all(inline.uncalled());
        root.push(AknElement::new("statement").with("name", "resolution").holding(meta).holding_all(children));
    } else {
        let AknPart { children, .. } = AknPart::head(head, &mut inline);
        let mut statements = AknElement::new("components");
        let mut collection = AknElement::new("collectionBody");
        for (at, blocks) in components.into_iter().enumerate() {
            let number = at + 1;
            let name = format!("comp_{number}");
            let AknPart { title, children } = AknPart::of(blocks, &identity, &name, &format!("{name}__"), &mut inline);
            let reference = AknElement::new("documentRef")
                .with("eId", format!("compRef_{number}"))
                .with("href", format!("#{name}"))
                .with("showAs", title);
            collection.push(AknElement::new("component").with("eId", format!("compDef_{number}")).holding(reference));
            let statement = AknElement::new("statement").with("name", "resolution").holding(identity.meta(&name));
            statements.push(AknElement::new("component").with("eId", name).holding(statement.holding_all(children)));
        }
        let meta = identity.meta("main").holding(identity.references()).holding_all(inline.uncalled());
        // Of a collection's own parts only those before its body are there.
        let own = AknElement::new("documentCollection").with("name", "resolutions").holding(meta).holding_all(children);
        root.push(own.holding(collection));
        root.push(statements);
    }
    root.document()
}
