//! How far two words are from each other.

/// How many letters have to be put in, taken out or changed to make one name of the other.
pub fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((j, to), above) in b.iter().enumerate().zip(row.windows(2)) {
            let (diagonal, up) = (above[0], above[1]);
            let left = next[j];
            next.push((diagonal + usize::from(from != *to)).min(up + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_letters() {
        assert_eq!(edit_distance("", "abc"), 3);
        assert_eq!(edit_distance("note", "note"), 0);
        assert_eq!(edit_distance("ntoe", "note"), 2);
        assert_eq!(edit_distance("notes", "node"), 2);
    }
}
