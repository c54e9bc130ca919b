//! What `zhegang config` and `zhegang keys check` print.

use std::iter;
use std::path::Path;

use serde_json::{Value, json};

use super::{FILE, Fault};
use crate::cli::error::Error;
use crate::cli::settings::{Origin, Setting, Settings};
use crate::cli::shown;
use crate::ui::keymap::{Keys, Scope};

/// What is printed of a setting: its name, its value as TOML and JSON write it, and where it comes from. A table has no
/// value.
type Line = (&'static str, Value, Origin);

/// Where the reader's file is, or would be.
pub(in crate::cli) fn path(path: &Path, is_there: bool, is_json: bool) -> String {
    if is_json {
        return format!("{}\n", json!({ "path": path.to_string_lossy(), "exists": is_there }));
    }
    format!("{}\n", shown(path))
}

/// The faults of the reader's file, a line each as compilers tell them, or that there are none.
pub(in crate::cli) fn faults(settings: &Settings, faults: &[&Fault], is_json: bool) -> String {
    let path = settings.config.path.as_deref();
    if is_json {
        let objects = faults.iter().map(|fault| {
            let place = |of: fn(crate::data::Position) -> usize| fault.position.map(of);
            json!({
                "path": fault.file.as_deref().or(path).map(Path::to_string_lossy),
                "line": place(|position| position.line),
                "column": place(|position| position.column),
                "message": fault.message,
            })
        });
        return format!("{}\n", objects.collect::<Value>());
    }
    let name = path.map_or_else(|| FILE.to_owned(), shown);
    if faults.is_empty() {
        let state = if settings.config.is_there { "no fault" } else { "not there; everything is at its default" };
        return format!("{name}: {state}\n");
    }
    let lines = faults.iter().map(|fault| {
        let name = fault.file.as_deref().map_or_else(|| name.clone(), shown);
        match fault.position {
            Some(at) => format!("{name}:{}:{}: {}\n", at.line, at.column, fault.message),
            None => format!("{name}: {}\n", fault.message),
        }
    });
    lines.collect()
}

/// The settings in force and where each comes from, as a file that says the same.
pub(in crate::cli) fn toml(settings: &Settings) -> Result<String, Error> {
    let path = settings.config.path.as_deref().map(shown);
    let head = match path {
        Some(path) if settings.config.is_there => format!("# {path}\n"),
        Some(path) => format!("# {path} is not there: everything is at its default\n"),
        None => String::new(),
    };
    let settled = self::settings(settings)?.into_iter().filter(|(_, value, _)| !value.is_null());
    let settled = settled.map(|(name, value, from)| format!("{name} = {value}  # {}\n", origin(from)));
    let theme = settings.theme()?;
    let table = theme.value.table().map(|table| format!("\n[theme]  # {}\n{table}", origin(theme.from)));
    let keys = Scope::ALL.into_iter().flat_map(|scope| {
        let lines = bindings(settings, scope).into_iter().map(|(name, keys, line)| {
            let from = line.map(|line| format!("  # {}", origin(Origin::Line(line)))).unwrap_or_default();
            let keys: Vec<String> = keys.iter().map(|keys| json!(keys.to_string()).to_string()).collect();
            format!("{name} = [{}]{from}\n", keys.join(", "))
        });
        iter::once(format!("\n[keys.{}]\n", scope.name())).chain(lines).collect::<Vec<_>>()
    });
    Ok(iter::once(head).chain(settled).chain(table).chain(keys).collect())
}

/// The same as an object, with the faults of the file.
pub(in crate::cli) fn json(settings: &Settings) -> Result<String, Error> {
    let objects = self::settings(settings)?
        .into_iter()
        .map(|(name, value, from)| (name.to_owned(), json!({ "value": value, "from": origin(from) })));
    let keys = Scope::ALL.into_iter().flat_map(|scope| {
        bindings(settings, scope).into_iter().map(move |(name, keys, line)| {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            let from = origin(line.map_or(Origin::Default, Origin::Line));
            json!({ "scope": scope.name(), "name": name, "keys": keys, "from": from })
        })
    });
    let whole = json!({
        "path": settings.config.path.as_deref().map(Path::to_string_lossy),
        "exists": settings.config.is_there,
        "settings": objects.collect::<serde_json::Map<_, _>>(),
        "keys": keys.collect::<Value>(),
        "faults": settings.config.faults.len(),
    });
    Ok(format!("{whole}\n"))
}

fn settings(settings: &Settings) -> Result<[Line; 6], Error> {
    fn line<T>(name: &'static str, setting: Setting<T>, value: impl FnOnce(T) -> Value) -> Line {
        (name, value(setting.value), setting.from)
    }
    Ok([
        line("lang", settings.lang(), |lang| lang.tag().into()),
        line("ambiguous", settings.ambiguous()?, |width| width.name().into()),
        line("color", settings.color(), |color| color.name().into()),
        line("theme", settings.theme()?, |theme| theme.name.into()),
        line("borders", settings.borders()?, |borders| borders.written().into()),
        line("mouse", settings.mouse(), Value::from),
    ])
}

/// The actions of a scope with their keys, and the line of the reader's file that says so, if one does.
fn bindings(settings: &Settings, scope: Scope) -> Vec<(&'static str, &[Keys], Option<usize>)> {
    let config = &settings.config;
    let line = |name| config.own_keys.iter().find(|own| own.scope == scope && own.name == name).map(|own| own.line);
    let own = config.keymap.of_scope(scope);
    own.map(|binding| (binding.name, binding.keys.as_slice(), line(binding.name))).collect()
}

fn origin(from: Origin) -> String {
    match from {
        Origin::Option(name) | Origin::Variable(name) => name.to_owned(),
        Origin::Line(line) => format!("line {line}"),
        Origin::Locale => "locale".to_owned(),
        Origin::Default => "default".to_owned(),
    }
}
