//! What a release is, and what must never be in one.

use serde_json::Value;

use crate::tree::{Source, assert_kept, read, sources};

/// The policy of the window, whole. Change it only with a reason that stands in the commit.
const POLICY: [(&str, &str); 10] = [
    ("base-uri", "'none'"),
    ("connect-src", "ipc: http://ipc.localhost"),
    ("default-src", "'none'"),
    ("font-src", "'self'"),
    ("form-action", "'none'"),
    ("frame-ancestors", "'none'"),
    ("img-src", "'self' data: blob:"),
    ("object-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
];

/// Features for tests. A release with one of them must not compile.
const TEST_FEATURES: [&str; 3] = ["weak-kdf", "failpoints", "automation"];

fn configuration() -> Value {
    serde_json::from_str(&read("src-tauri/tauri.conf.json")).expect("it is JSON")
}

#[test]
fn the_policy_is_the_strict_one() {
    let configuration = configuration();
    let security = &configuration["app"]["security"];
    let policy = security["csp"].as_object().expect("the policy is spelled out");
    let mut found: Vec<_> =
        policy.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
    found.sort_unstable();
    assert_eq!(found, POLICY);
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert_eq!(security["dangerousDisableAssetCspModification"], false);
    assert_eq!(configuration["app"]["withGlobalTauri"], false);
    assert_eq!(configuration["app"]["windows"], Value::Array(Vec::new()), "made in Rust");
}

#[test]
fn a_release_with_a_feature_for_tests_does_not_compile() {
    let refusals: Vec<_> = sources("src-tauri", &[".rs"])
        .into_iter()
        .filter(|source| source.text.contains("compile_error!"))
        .map(|source| source.text)
        .collect();
    for feature in TEST_FEATURES {
        let guard = format!("feature = \"{feature}\"");
        let is_refused = refusals.iter().any(|text| {
            let (before, _) = text.split_once("compile_error!").unwrap_or_default();
            before.contains(&guard) && before.contains("not(debug_assertions)")
        });
        assert!(is_refused, "no `compile_error!` refuses a release with {feature}");
    }
    let manifest = read("src-tauri/Cargo.toml");
    let default = manifest.lines().find(|line| line.starts_with("default ="));
    assert_eq!(default.unwrap_or("default = []"), "default = []", "features are asked for");
}

#[test]
fn what_the_system_shows_is_neutral() {
    let shown =
        format!("{} {}", configuration()["bundle"], read("src-tauri/packaging/meantime.desktop"))
            .to_lowercase();
    let telling = [
        "therap",
        "recover",
        "addict",
        "sober",
        "alcohol",
        "drug",
        "substance",
        "craving",
        "relapse",
        "mental",
        "health",
        "patient",
        "diary",
        "crisis",
    ];
    let found: Vec<_> =
        telling.into_iter().filter(|word| shown.contains(word)).map(str::to_owned).collect();
    assert_kept("a package says only “a private notebook”", &found);
}

#[test]
fn only_the_bench_asks_for_what_measures() {
    for (feature, home) in [("floor", "vault"), ("bench", "meantime")] {
        let asks = |manifest: &Source| {
            manifest.text.lines().any(|line| {
                let others = line.strip_prefix(home).unwrap_or_default();
                others.contains("features") && others.contains(&format!("\"{feature}\""))
            })
        };
        let manifests = sources("src-tauri", &["Cargo.toml"]);
        let asking: Vec<_> =
            manifests.into_iter().filter(asks).map(|manifest| manifest.path).collect();
        assert_eq!(asking, ["src-tauri/crates/bench/Cargo.toml"], "{home}/{feature}");
    }
}
