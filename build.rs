//! Embeds every `frameworks/*.toml`, `frameworks/crosswalks/*.toml` and `frameworks/bands/*.toml`, so
//! that adding one needs no Rust.
#![allow(
    clippy::disallowed_methods,
    reason = "the library opens no file; a build script has to"
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("frameworks");
    println!("cargo:rerun-if-changed=frameworks");
    let mut code = String::new();
    embed(&mut code, "FILES", &folder)?;
    embed(&mut code, "CROSSWALKS", &folder.join("crosswalks"))?;
    embed(&mut code, "BANDS", &folder.join("bands"))?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("library.rs"), code)?;
    Ok(())
}

/// Adds a list of the TOML files of a folder, each with its name and text.
fn embed(code: &mut String, list: &str, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
    files.sort();
    writeln!(code, "pub(super) static {list}: &[(&str, &str)] = &[")?;
    for path in &files {
        println!("cargo:rerun-if-changed={}", path.display());
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        writeln!(
            code,
            "    ({name:?}, include_str!({:?})),",
            path.to_string_lossy()
        )?;
    }
    code.push_str("];\n");
    Ok(())
}
