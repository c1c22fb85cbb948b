//! Names of regions where there is little room.

/// `Kab. Banyuasin`, for narrow columns.
#[must_use]
pub fn short_name(name: &str) -> String {
    match (
        name.strip_prefix("Kabupaten "),
        name.strip_prefix("Provinsi "),
    ) {
        (Some(rest), _) => format!("Kab. {rest}"),
        (_, Some(rest)) => format!("Prov. {rest}"),
        _ => name.to_owned(),
    }
}
