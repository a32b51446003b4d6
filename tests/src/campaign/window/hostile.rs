//! Texts that have harmed other programs: markup, script, queries, paths, formulas, letters that
//! turn a line round.

/// What each is to do if it is ever run: be heard in the page, or at the other end of `URL`.
const MARKUP: [&str; 36] = [
    "<script>__xss()</script>",
    "<script src=URL></script>",
    "<img src=x onerror=__xss()>",
    "<img src=URL>",
    "<svg onload=__xss()>",
    "<svg><script>__xss()</script></svg>",
    "<svg><animate onbegin=__xss() attributeName=x dur=1s>",
    "<svg><image href=URL /></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload=__xss()></svg>#x' /></svg>",
    "<iframe srcdoc='<script>parent.__xss()</script>'></iframe>",
    "<iframe src=javascript:parent.__xss()></iframe>",
    "<iframe src=URL></iframe>",
    "<body onload=__xss()>",
    "<details open ontoggle=__xss()>",
    "<video><source onerror=__xss()></video>",
    "<audio src=URL autoplay onerror=__xss()>",
    "<input autofocus onfocus=__xss()>",
    "<textarea autofocus onfocus=__xss()></textarea>",
    "<a href=javascript:__xss()>x</a>",
    "<a href=URL ping=URL>x</a>",
    "<form action=URL><button>x</button></form>",
    "<object data=URL></object>",
    "<embed src=URL>",
    "<link rel=stylesheet href=URL>",
    "<style>@import 'URL';</style>",
    "<style>*{background:url(URL)}</style>",
    "<div style=background:url(URL)>x</div>",
    "<meta http-equiv=refresh content='0;url=URL'>",
    "<base href=URL>",
    "<math><mtext></mtext><script>__xss()</script></math>",
    "<noscript><p title='</noscript><img src=x onerror=__xss()>'>",
    "<template><img src=x onerror=__xss()></template>",
    "<marquee onstart=__xss()>x</marquee>",
    "<p onpointerover=__xss() onclick=__xss()>x</p>",
    "<!--><img src=x onerror=__xss()>-->",
    "<![CDATA[<img src=x onerror=__xss()>]]>",
];

/// What closes what it might stand in, so that it begins anew.
const BREAKOUTS: [&str; 3] =
    ["", "\"'></textarea></title></script>", "*/-->]]></style></svg></template>"];

const SCRIPT: [&str; 16] = [
    "javascript:__xss()",
    "';__xss();//",
    "\";__xss();//",
    "`${__xss()}`",
    "${__xss()}",
    "{{__xss()}}",
    "{@html '<img src=x onerror=__xss()>'}",
    "{__xss()}",
    "#{__xss()}",
    "\\u003cscript\\u003e__xss()\\u003c/script\\u003e",
    "&lt;script&gt;__xss()&lt;/script&gt;",
    "&#60;img src=x onerror=__xss()&#62;",
    "%3Cimg%20src%3Dx%20onerror%3D__xss()%3E",
    "__proto__",
    "constructor",
    "toString",
];

const QUERIES: [&str; 18] = [
    "'; DROP TABLE records; --",
    "\"; DELETE FROM records; --",
    "' OR '1'='1",
    "1; ATTACH DATABASE '/tmp/mt-out.db' AS x KEY ''",
    "x' UNION SELECT sql FROM sqlite_master --",
    "a AND OR NOT (",
    "NEAR(a b, 3) NEAR",
    "\"unclosed",
    "a-b:c^d*",
    "title:x",
    "{a b}: c",
    "* OR *",
    "((((((((",
    "%' ESCAPE '\\",
    "load_extension('x')",
    "');SELECT writefile('/tmp/mt-out','x');--",
    "; PRAGMA key = '';",
    "\\\\'\\\"\\`",
];

const PATHS: [&str; 16] = [
    "../../../../tmp/mt-out",
    "..\\..\\..\\mt-out",
    "/etc/passwd",
    "file:///etc/passwd",
    "C:\\Windows\\System32\\mt-out",
    "\\\\server\\share\\mt-out",
    "\\\\?\\C:\\mt-out",
    "~/mt-out",
    "$HOME/mt-out",
    "%USERPROFILE%\\mt-out",
    "`touch /tmp/mt-out`",
    "$(touch /tmp/mt-out)",
    "; touch /tmp/mt-out;",
    "| touch /tmp/mt-out",
    "CON",
    "name.pdf::$DATA",
];

const FORMULAS: [&str; 12] = [
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"URL\",\"x\")",
    "=WEBSERVICE(\"URL\")",
    "+1+1",
    "-1-1",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "=IMPORTXML(\"URL\",\"//a\")",
    "\"=1+1\"",
    "#include \"/data.json\"",
    "#read(\"/etc/passwd\")",
];

/// The page is set by Typst: its own language is one more to be spoken to.
const SETTING: [&str; 10] = [
    "#eval(\"panic()\")",
    "#import \"@preview/x:1.0.0\"",
    "#image(\"/etc/passwd\")",
    "#link(\"URL\")[x]",
    "$ integral_0^1 x $",
    "= A heading",
    "```rs panic!()```",
    "#pagebreak()#set page(width: 1pt)",
    "\\",
    "@label <label>",
];

const LETTERS: [&str; 24] = [
    "\u{202e}txet desrever\u{202c}",
    "\u{2066}\u{2067}\u{2068}\u{2069}",
    "a\u{200d}b\u{200c}c\u{200b}d",
    "\u{feff}\u{fffe}x",
    "before\u{0}after",
    "\u{0}",
    "\u{1}\u{2}\u{7}\u{8}\u{1b}[31m",
    "\u{7f}\u{80}\u{9f}",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}",
    "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
    "\u{10ffff}\u{fdd0}\u{ffff}",
    "السلام عليكم",
    "שלום \u{200f}abc\u{200e} עולם",
    "日本語のテキスト",
    "ไทยไม่มีช่องว่าง",
    "\u{fdfd}\u{12031}",
    "İıŞşẞß",
    "\u{2028}\u{2029}\u{85}\u{b}\u{c}",
    "\r\n\r\n\t\t  \u{a0}\u{3000}",
    "%s%s%s%n%x%d%p",
    "{0} {name} {} %(x)s $1 \\1",
    "NaN",
    "null",
];

/// Every one, with `URL` in it.
pub(super) fn texts(url: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for breakout in BREAKOUTS {
        texts.extend(MARKUP.iter().map(|markup| format!("{breakout}{markup}")));
    }
    let plain = [&SCRIPT[..], &QUERIES, &PATHS, &FORMULAS, &SETTING, &LETTERS];
    texts.extend(plain.into_iter().flatten().map(|&text| text.to_owned()));
    texts.push("x".repeat(160));
    texts.push("long ".repeat(2000));
    texts.push("\u{202e}".repeat(100));
    texts.push("<b>".repeat(50));
    texts.into_iter().map(|text| text.replace("URL", url)).collect()
}
