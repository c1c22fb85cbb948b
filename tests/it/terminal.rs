//! `siap assess` on a terminal: a pseudo-terminal that is typed into and read from.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal};
use rustix::pty::OpenptFlags;
use rustix::termios::Winsize;

use crate::assessing::{LINES, SMALL, begun};
use crate::run::{folder, names, siap_with};

/// Longer than this nothing takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

const FILE: &str = "isi.csv";

/// What is typed to begin, and to go on.
const WORDS: [&str; 11] = [
    "assess", "-f", "f.toml", "--region", "Kab. OKI", "--wave", "2026", "-o", FILE, "--lang", "id",
];

/// Before each of [`LINES`], the question that it answers.
const PROMPTS: [&str; LINES.len()] = [
    "Level (0–3): ",
    "Nomor: ",
    "Catatan (Enter = tanpa catatan): ",
    "Keadaan (ada, sebagian, tidak): ",
    "Catatan (Enter = tanpa catatan): ",
    "Pendukung, penghambat, netral: ",
    "Catatan (Enter = tanpa catatan): ",
    "Level (0–2): ",
    "Nomor: ",
    "Catatan (Enter = tanpa catatan): ",
    "Angka (%): ",
    "Catatan (Enter = tanpa catatan): ",
    "Jumlah: ",
    "Catatan (Enter = tanpa catatan): ",
];

const END: &str = "Kode, atau Enter untuk selesai: ";

/// The program on a terminal of its own.
pub(crate) struct Terminal {
    child: Child,
    keyboard: File,
    screen: Receiver<Vec<u8>>,
    /// All that was on the screen.
    seen: Vec<u8>,
    /// What of it was there before the last line was typed.
    read: usize,
}

impl Terminal {
    pub(crate) fn start(words: &[&str], path: &Path) -> Self {
        Self::of(Path::new(env!("CARGO_BIN_EXE_siap")), words, path)
    }

    /// A copy of the program that lies elsewhere.
    pub(crate) fn of(program: &Path, words: &[&str], path: &Path) -> Self {
        let master =
            rustix::pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        rustix::pty::grantpt(&master).expect("granted");
        rustix::pty::unlockpt(&master).expect("unlocked");
        let name = rustix::pty::ptsname(&master, Vec::new()).expect("its name");
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let name = Path::new(OsStr::from_bytes(name.as_bytes()));
        let slave =
            File::from(rustix::fs::open(name, flags, Mode::empty()).expect("its other side"));
        let size = Winsize {
            ws_row: 40,
            ws_col: 80,
            ws_xpixel: 0,
            ws_ypixel: 0,
        };
        rustix::termios::tcsetwinsize(&slave, size).expect("a size");
        let child = Command::new(program)
            .args(words)
            .current_dir(path)
            .env_remove("SIAP_LANG")
            .env_remove("COLUMNS")
            .env("NO_COLOR", "1")
            .env("LC_ALL", "C")
            .stdin(slave.try_clone().expect("a copy"))
            .stdout(slave.try_clone().expect("a copy"))
            .stderr(slave)
            .spawn()
            .expect("the program starts");
        let keyboard = File::from(master);
        let mut display = keyboard.try_clone().expect("a copy");
        let (sender, screen) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            // A terminal whose program has ended says so by an error.
            while let Ok(count) = display.read(&mut bytes) {
                if count == 0 || sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            keyboard,
            screen,
            seen: Vec::new(),
            read: 0,
        }
    }

    fn new(path: &Path) -> Self {
        Self::start(&WORDS, path)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.seen[self.read..]).into_owned()
    }

    /// Waits until the screen ends with a text.
    pub(crate) fn wait_for(&mut self, end: &str) {
        while !self.text().ends_with(end) {
            match self.screen.recv_timeout(PATIENCE) {
                Ok(bytes) => self.seen.extend(bytes),
                Err(why) => panic!("{why}: `{end}` does not come:\n{}", self.text()),
            }
        }
    }

    fn type_in(&mut self, keys: &str) {
        self.read = self.seen.len();
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
    }

    pub(crate) fn line(&mut self, line: &str) {
        self.type_in(&format!("{line}\n"));
    }

    /// Waits for the end of the program: its exit status and all that came after the last line.
    pub(crate) fn ended(mut self) -> (ExitStatus, String) {
        loop {
            match self.screen.recv_timeout(PATIENCE) {
                Ok(bytes) => self.seen.extend(bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(why) => panic!("{why}: it does not end:\n{}", self.text()),
            }
        }
        let status = self.child.wait().expect("it ends");
        (status, self.text())
    }

    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("it ends");
    }
}

fn place() -> (tempfile::TempDir, std::path::PathBuf) {
    folder(&[("f.toml", SMALL)])
}

fn written(path: &Path) -> String {
    std::fs::read_to_string(path.join(FILE)).expect("the file of answers")
}

/// The file after so many of the lines.
fn after(count: usize) -> String {
    let mut guide = begun(None);
    for line in &LINES[..count] {
        guide.reply(line);
    }
    String::from_utf8(guide.bytes()).expect("UTF-8")
}

#[test]
fn a_full_run_asks_everything_and_leaves_a_file_that_scores() {
    let (_keep, path) = place();
    let mut terminal = Terminal::new(&path);
    for (prompt, line) in PROMPTS.iter().zip(LINES) {
        terminal.wait_for(prompt);
        terminal.line(line);
    }
    terminal.wait_for(END);
    terminal.line("");
    let (status, text) = terminal.ended();
    assert!(status.success(), "{text}");
    assert!(text.contains("terisi 6 dari 6 (100%)"), "{text}");
    assert!(text.contains("siap score isi.csv -f f.toml"), "{text}");
    assert_eq!(written(&path), after(LINES.len()));
    assert_eq!(names(&path), ["f.toml", FILE]);
    let done = siap_with(&["score", FILE, "-f", "f.toml", "--lang", "id"], "", &path);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

/// Killed at every question, once with half an answer typed, and gone on from each time.
#[test]
fn nothing_is_lost_when_it_is_killed_at_every_question() {
    let (_keep, path) = place();
    for (at, (prompt, line)) in PROMPTS.iter().zip(LINES).enumerate() {
        let mut terminal = Terminal::new(&path);
        terminal.wait_for(prompt);
        if at % 2 == 0 {
            terminal.type_in("1");
        }
        terminal.kill();
        match at {
            0 => assert_eq!(names(&path), ["f.toml"]),
            _ => assert_eq!(written(&path), after(at), "before {prompt}"),
        }
        // It goes on with the same question, and is killed when the next one stands there.
        let mut terminal = Terminal::new(&path);
        terminal.wait_for(prompt);
        terminal.line(line);
        terminal.wait_for(PROMPTS.get(at + 1).unwrap_or(&END));
        terminal.kill();
        assert_eq!(written(&path), after(at + 1), "after {prompt}");
    }
    // Nothing unfinished is left beside it.
    assert_eq!(names(&path), ["f.toml", FILE]);
}

#[test]
fn back_changes_an_earlier_answer() {
    let (_keep, path) = place();
    let mut terminal = Terminal::new(&path);
    for (prompt, line) in PROMPTS.iter().zip(LINES).take(3) {
        terminal.wait_for(prompt);
        terminal.line(line);
    }
    terminal.wait_for(PROMPTS[3]);
    terminal.line("kembali");
    terminal.wait_for(PROMPTS[0]);
    assert!(
        terminal
            .text()
            .contains("Jawaban Anda sejauh ini: 2 Berjalan")
    );
    terminal.line("9");
    terminal.wait_for(PROMPTS[0]);
    assert!(
        terminal.text().contains("Belum diterima"),
        "{}",
        terminal.text()
    );
    terminal.line("Mapan");
    terminal.wait_for(PROMPTS[1]);
    terminal.line("q");
    let (status, text) = terminal.ended();
    assert!(status.success(), "{text}");
    assert!(written(&path).contains(",aturan,3,"), "{}", written(&path));
    assert!(
        written(&path).contains("SK Bupati 12/2025"),
        "{}",
        written(&path)
    );
}

#[test]
fn the_end_of_input_and_a_stop_leave_the_file_whole() {
    let (_keep, path) = place();
    let mut terminal = Terminal::new(&path);
    terminal.wait_for(PROMPTS[0]);
    terminal.line("2");
    terminal.wait_for(PROMPTS[1]);
    // Ctrl-D.
    terminal.type_in("\u{4}");
    let (status, text) = terminal.ended();
    assert!(status.success() && text.contains("Masih terbuka"), "{text}");
    assert_eq!(written(&path), after(1));
    let mut terminal = Terminal::new(&path);
    terminal.wait_for(PROMPTS[1]);
    assert!(
        terminal.text().contains("1 dari 6 sudah terjawab"),
        "{}",
        terminal.text()
    );
    let process = Pid::from_raw(i32::try_from(terminal.child.id()).expect("a number"));
    rustix::process::kill_process(process.expect("a process"), Signal::INT).expect("stopped");
    let (status, text) = terminal.ended();
    assert_eq!(status.code(), Some(130), "{text}");
    assert_eq!(written(&path), after(1));
    assert_eq!(names(&path), ["f.toml", FILE]);
}

#[test]
fn a_file_that_somebody_else_changes_meanwhile_is_not_written_over() {
    let (_keep, path) = place();
    let mut terminal = Terminal::new(&path);
    terminal.wait_for(PROMPTS[0]);
    std::fs::write(path.join(FILE), after(3)).expect("the other one");
    terminal.line("1");
    let (status, text) = terminal.ended();
    assert_eq!(status.code(), Some(1), "{text}");
    assert!(text.contains("diubah pihak lain"), "{text}");
    assert_eq!(written(&path), after(3));
    // One that is taken away is made again, with all answers.
    let mut terminal = Terminal::new(&path);
    terminal.wait_for(PROMPTS[3]);
    std::fs::remove_file(path.join(FILE)).expect("taken away");
    terminal.line(LINES[3]);
    terminal.wait_for(PROMPTS[4]);
    terminal.kill();
    assert_eq!(written(&path), after(4));
}

#[test]
fn every_line_on_the_screen_has_at_most_80_columns() {
    use unicode_width::UnicodeWidthStr as _;
    let (_keep, path) = folder(&[]);
    let words = [
        "assess",
        "-f",
        "spbe-2020",
        "--region",
        "Aceh Tengah",
        "--wave",
        "2025",
    ];
    let words = [&words[..], &["-o", FILE, "--lang", "id"]].concat();
    let mut terminal = Terminal::start(&words, &path);
    let level = "Tingkat kematangan (1–5): ";
    for _ in 0..3 {
        terminal.wait_for(level);
        terminal.line("?");
        terminal.wait_for(level);
        terminal.line("3");
        terminal.wait_for("Nomor: ");
        terminal.line("semua");
        terminal.wait_for("tanpa catatan): ");
        terminal.line("");
    }
    terminal.wait_for(level);
    let screen = String::from_utf8(terminal.seen.clone()).expect("UTF-8");
    for line in screen.lines() {
        assert!(line.trim_end().width() <= 80, "{line}");
    }
    terminal.kill();
}

#[test]
fn a_workbook_is_not_printed_on_a_terminal() {
    let (_keep, path) = folder(&[]);
    let words = ["framework", "list", "--format", "xlsx", "--lang", "id"];
    let (status, text) = Terminal::start(&words, &path).ended();
    assert_eq!(status.code(), Some(2), "{text}");
    assert!(text.contains("-o siap.xlsx"), "{text}");
}
