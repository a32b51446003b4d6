//! The real window: the program on a private desktop, driven through WebKit's own driver.
//!
//! What a test does is in [`crate::hands`], what it sees in [`crate::eyes`]; this file starts the
//! program, kills it, and starts it again on the same home.

use std::cell::RefCell;
use std::ffi::OsString;
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::{fs, thread};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};

use crate::desktop::Desktop;
use crate::home::Home;
use crate::program::{self, Running};

/// The program with its window, on a home of its own.
pub struct Window {
    /// The folder it lives in.
    pub home: Home,
    /// The desktop it is shown on.
    pub desktop: Desktop,
    name: String,
    program: PathBuf,
    variables: Vec<(&'static str, OsString)>,
    driven: RefCell<Option<Driven>>,
    runtime: Runtime,
}

/// The longest that one act may take, an accessibility check of a long page included.
const LONGEST: Duration = Duration::from_mins(1);

/// One run of the program: from its start to its end.
struct Driven {
    client: Client,
    process: u32,
    driver: Running,
}

impl Window {
    /// Opens the program on an empty home. `name` is the test's: pictures of failures are called
    /// after it.
    pub fn open(name: &str) -> Self {
        Self::open_in(name, Home::new())
    }

    /// Opens the program on a home that something was put into before.
    pub fn open_in(name: &str, home: Home) -> Self {
        Self::open_with(name, home, Vec::new())
    }

    /// Opens the program on a home, with some variables in its environment.
    pub fn open_with(name: &str, home: Home, variables: Vec<(&'static str, OsString)>) -> Self {
        let mut window = Self::prepare(name, home, program::meantime());
        window.variables = variables;
        window.start();
        window
    }

    /// Whether a driver can take `program` over at all.
    pub fn can_drive(program: PathBuf) -> bool {
        Self::prepare("driven", Home::new(), program).try_to_start().is_ok()
    }

    fn prepare(name: &str, home: Home, program: PathBuf) -> Self {
        let desktop = Desktop::start(&home);
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let driven = RefCell::new(None);
        let (name, variables) = (name.to_owned(), Vec::new());
        Self { home, desktop, name, program, variables, driven, runtime }
    }

    /// Ends the program at once, as a crash or a power cut would.
    pub fn kill(&self) {
        let driven = self.driven.take().expect("the program runs");
        program::kill(driven.process);
    }

    /// Closes the window as a person would, and waits until the program has ended by itself.
    pub fn close(&self) {
        let driven = self.driven.take().expect("the program runs");
        let search =
            ["search", "--onlyvisible", "--name", "^Meantime$", "windowactivate", "--sync"];
        assert!(self.desktop.xdotool(&search).is_some(), "the window can be seen");
        self.desktop.press("alt+F4");
        program::wait_until("the program has ended", || !program::is_alive(driven.process));
    }

    /// Whether the window is on the desktop, and not hidden away.
    pub fn is_on_desktop(&self) -> bool {
        self.desktop.titles().iter().any(|title| title == "Meantime")
    }

    /// Brings a hidden window back, as a click in the task bar does.
    pub fn bring_back(&self) {
        let found = self.desktop.xdotool(&["search", "--name", "^Meantime$"]).unwrap_or_default();
        for id in found.lines() {
            self.desktop.xdotool(&["windowactivate", id]);
        }
        program::wait_until("the window is back on the desktop", || self.is_on_desktop());
    }

    /// Lets the grace time of a lock pass. Until it has, a journal that is opened again at once, as
    /// no person can, would be closed by the lock before.
    pub fn settle_after_lock(&self) {
        thread::sleep(Duration::from_secs(1));
    }

    /// Starts the program again on the same home, after [`Window::kill`] or [`Window::close`].
    pub fn start(&self) {
        // A window is not always there at the first try: the driver may still hold a port, or a
        // machine under load be slow. The third failure counts.
        for attempt in 1..=3 {
            match self.try_to_start() {
                Ok(driven) => {
                    self.driven.replace(Some(driven));
                    return;
                }
                Err(error) if attempt == 3 => panic!("the window did not open: {error}"),
                Err(_) => thread::sleep(Duration::from_millis(500)),
            }
        }
    }

    /// The program's process id.
    pub fn process(&self) -> u32 {
        self.driven.borrow().as_ref().expect("the program runs").process
    }

    /// Runs JavaScript (the body of a function, whose arguments are `arguments`) in the page.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.try_to_run(script, arguments)
            .unwrap_or_else(|error| panic!("running script: {error:?}"))
    }

    /// Runs JavaScript that answers by calling its last argument.
    pub fn run_and_wait(&self, script: &str) -> Value {
        self.drive(async |client| client.execute_async(script, Vec::new()).await)
            .unwrap_or_else(|error| panic!("running script: {error:?}"))
    }

    /// The same, with arguments before the last.
    pub fn run_and_wait_with(&self, script: &str, arguments: &[Value]) -> Value {
        self.drive(async |client| client.execute_async(script, arguments.to_vec()).await)
            .unwrap_or_else(|error| panic!("running script: {error:?}"))
    }

    /// What the program wrote to its terminal on this home.
    pub fn said(&self) -> String {
        let bytes = fs::read(self.home.out("said")).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    pub(crate) fn try_to_run(
        &self,
        script: &str,
        arguments: &[Value],
    ) -> Result<Value, fantoccini::error::CmdError> {
        self.drive(async |client| client.execute(script, arguments.to_vec()).await)
    }

    /// Has the driver do something, and waits for it.
    pub(crate) fn drive<T>(&self, work: impl AsyncFnOnce(Client) -> T) -> T {
        let client = self.driven.borrow().as_ref().expect("the program runs").client.clone();
        self.runtime.block_on(async {
            let limit = tokio::time::timeout(LONGEST, work(client));
            limit.await.expect("the window answers the driver within a minute")
        })
    }

    /// Where this test leaves pictures.
    pub(crate) fn picture_file(&self, what: &str) -> PathBuf {
        let folder = program::root().join("target/window");
        fs::create_dir_all(&folder).expect("a folder for pictures can be made");
        folder.join(format!("{}-{what}.png", self.name))
    }

    fn try_to_start(&self) -> Result<Driven, String> {
        let port = free_port();
        let mut driver = Command::new("WebKitWebDriver");
        driver.arg(format!("--port={port}")).arg("--host=127.0.0.1");
        driver.env("TAURI_WEBVIEW_AUTOMATION", "true").current_dir(self.home.path());
        self.home.place(&mut driver);
        self.desktop.place(&mut driver);
        driver.envs(self.variables.iter().cloned());
        let driver = Running::start_into(&driver, &self.home.out("said"));
        program::wait_until("the driver listens", || {
            std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        let connect = async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(self.capabilities());
            builder.connect(&format!("http://127.0.0.1:{port}")).await
        };
        let limited = async { tokio::time::timeout(LONGEST, connect).await };
        let connected = self.runtime.block_on(limited).map_err(|_| "the driver does not answer")?;
        let client = connected.map_err(|error| error.to_string())?;
        let children = program::children_of(driver.id());
        let &process = children.first().ok_or("the program is not a child of the driver")?;
        Ok(Driven { client, process, driver })
    }

    fn capabilities(&self) -> Map<String, Value> {
        let options = json!({
            "browserName": "wry",
            "webkitgtk:browserOptions": { "binary": self.program, "args": [] },
        });
        options.as_object().cloned().expect("it is an object")
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if thread::panicking() && self.driven.borrow().is_some() {
            let file = self.picture_file("failed");
            self.desktop.picture(&file);
        }
        if let Some(driven) = self.driven.take() {
            if program::is_alive(driven.process) {
                program::kill(driven.process);
            }
            drop(driven.driver);
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("it has an address").port()
}
