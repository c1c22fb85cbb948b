//! The archive round the parts of a workbook, the same on every system.

/// At the end of the archive: how many parts it has, and where the list of them stands.
const END: &[u8] = b"PK\x05\x06";
const END_LENGTH: usize = 22;
/// Before each part in that list.
const PART: &[u8] = b"PK\x01\x02";
const PART_LENGTH: usize = 46;
/// Where a part says on which system it was packed, and what is said on every system (3: Unix).
const SYSTEM: usize = 5;
const UNIX: u8 = 3;

/// Writes over the one byte of each part that says on which system it was packed: it alone differs
/// between files written on Windows and elsewhere.
///
/// An archive that ends otherwise than ours do stays as it is.
pub(super) fn same_on_every_system(mut archive: Vec<u8>) -> Vec<u8> {
    for at in parts(&archive).unwrap_or_default() {
        if let Some(system) = archive.get_mut(at + SYSTEM) {
            *system = UNIX;
        }
    }
    archive
}

/// Where each part stands in the list; none where the list is not what it should be.
fn parts(archive: &[u8]) -> Option<Vec<usize>> {
    let end = archive.len().checked_sub(END_LENGTH)?;
    if !archive.get(end..)?.starts_with(END) {
        return None;
    }
    let mut at = number(archive, end + 16, 4)?;
    let mut parts = Vec::new();
    for _ in 0..number(archive, end + 10, 2)? {
        if !archive.get(at..)?.starts_with(PART) {
            return None;
        }
        parts.push(at);
        // Behind the fixed fields: name, further fields, comment.
        for length in [28, 30, 32].map(|it| number(archive, at + it, 2)) {
            at = at.checked_add(length?)?;
        }
        at += PART_LENGTH;
    }
    Some(parts)
}

/// A number of some bytes, lowest first.
fn number(archive: &[u8], at: usize, bytes: usize) -> Option<usize> {
    let bytes = archive.get(at..at.checked_add(bytes)?)?;
    Some(
        bytes
            .iter()
            .rev()
            .fold(0, |sum, it| sum << 8 | usize::from(*it)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of two empty parts, as the system with this number packs it.
    fn archive(system: u8) -> Vec<u8> {
        let mut list = Vec::new();
        for (name, more) in [("a", 0), ("isi/b", 3)] {
            let mut part = [0; PART_LENGTH];
            part[..4].copy_from_slice(PART);
            (part[SYSTEM], part[28], part[30]) = (system, name.len() as u8, more);
            list.extend(part);
            list.extend(name.as_bytes());
            list.extend(vec![b'x'; usize::from(more)]);
        }
        let mut end = [0; END_LENGTH];
        end[..4].copy_from_slice(END);
        (end[10], end[16]) = (2, 7);
        [b"content".as_slice(), &list, &end].concat()
    }

    #[test]
    fn archives_of_two_systems_become_the_same() {
        assert_ne!(archive(0), archive(UNIX));
        assert_eq!(same_on_every_system(archive(0)), archive(UNIX));
        assert_eq!(same_on_every_system(archive(UNIX)), archive(UNIX));
    }

    #[test]
    fn what_is_no_such_archive_stays_as_it_is() {
        let whole = archive(0);
        for length in 0..whole.len() {
            assert_eq!(
                same_on_every_system(whole[..length].to_vec()),
                &whole[..length]
            );
        }
        let mut elsewhere = whole;
        let end = elsewhere.len() - END_LENGTH;
        elsewhere[end + 19] = 0xff;
        assert_eq!(same_on_every_system(elsewhere.clone()), elsewhere);
    }
}
