//! Runs axe-core, the accessibility checker, inside the real window.

use std::fs;

use serde_json::{Value, json};

use crate::program::root;
use crate::window::Window;

/// What axe finds wrong with what the window shows now, one line per rule, with the elements.
pub fn violations(window: &Window) -> Vec<String> {
    if window.run("return typeof window.axe", &[]) != json!("object") {
        let file = root().join("ui/node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(file).expect("axe-core is among the interface's packages");
        window.run(&source, &[]);
    }
    // A colour in the middle of a fade is nobody's choice.
    window.wait_until_still();
    let found = window.run_and_wait(
        "const done = arguments[arguments.length - 1];
         axe.run(document, { resultTypes: ['violations'] })
            .then((result) => done(result.violations), (error) => done(String(error)));",
    );
    let Value::Array(rules) = found else { return vec![format!("axe did not run: {found}")] };
    rules.iter().map(describe).collect()
}

fn describe(rule: &Value) -> String {
    let empty = Vec::new();
    let nodes = rule["nodes"].as_array().unwrap_or(&empty);
    let place = |node: &Value| format!("{} {}", node["target"], node["any"][0]["message"]);
    let places: Vec<_> = nodes.iter().map(place).collect();
    let text = |name: &str| rule[name].as_str().unwrap_or_default().to_owned();
    format!("{} ({}): {} at {}", text("id"), text("impact"), text("help"), places.join(" "))
}
