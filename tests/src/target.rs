//! How a test names a thing on the screen: by its role and the name a screen reader would say.

use std::fmt;

/// Something on the screen.
#[derive(Clone, Debug)]
pub struct Target {
    pub(crate) role: &'static str,
    pub(crate) name: String,
    pub(crate) within: Option<String>,
}

impl Target {
    /// The same, but only inside the group, dialog or region of this name.
    #[must_use]
    pub fn within(mut self, name: &str) -> Self {
        self.within = Some(name.to_owned());
        self
    }
}

impl fmt::Display for Target {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} “{}”", self.role, self.name)?;
        match &self.within {
            Some(within) => write!(formatter, " in “{within}”"),
            None => Ok(()),
        }
    }
}

macro_rules! roles {
    ($($(#[$about:meta])* $role:ident = $word:literal;)*) => {
        $(
            $(#[$about])*
            pub fn $role(name: &str) -> Target {
                Target { role: $word, name: name.to_owned(), within: None }
            }
        )*
    };
}

roles! {
    /// A button.
    button = "button";
    /// A link.
    link = "link";
    /// A field to write in, of one line or of many.
    field = "textbox";
    /// One of several choices.
    radio = "radio";
    /// A box to tick.
    checkbox = "checkbox";
    /// A list to choose from.
    combobox = "combobox";
    /// One line of such a list.
    choice = "option";
    /// A tab.
    tab = "tab";
    /// A switch.
    switch = "switch";
    /// A field for a number.
    number = "spinbutton";
    /// Something that arrows move along.
    slider = "slider";
    /// A heading.
    heading = "heading";
    /// A dialog.
    dialog = "dialog";
    /// A picture with a text of its own.
    picture = "img";
    /// Any piece of text that can be seen.
    text = "text";
}
