/** Lines for a terminal with which anyone can check what the proof page says. They only look. */

export type System = "windows" | "macos" | "linux";

export interface Check {
  /** What it shows: proof-check-…. */
  what: "list" | "bytes" | "search" | "network" | "cut";
  line: string;
}

/** Where things lie, as this computer names it. */
export interface Places {
  folder: string;
  /** The journal's path below the folder. */
  journal: string;
}

/** The kind of computer this window runs on. */
export function systemOf(agent = navigator.userAgent): System {
  if (/windows/i.test(agent)) return "windows";
  return /mac os|macintosh/i.test(agent) ? "macos" : "linux";
}

/** The lines for one kind of computer. */
export function checksFor(system: System, places: Places): Check[] {
  return system === "windows" ? windows(places) : unix(system, places);
}

function unix(system: "macos" | "linux", { folder, journal }: Places): Check[] {
  const all = quoted(folder);
  const file = quoted(`${folder}/${journal}`);
  const checks: Check[] = [
    { what: "list", line: `ls -lR ${all}` },
    { what: "bytes", line: `head -c 32 ${file} | xxd` },
    { what: "search", line: `grep -rlai 'WORD' ${all}` },
  ];
  return system === "macos"
    ? [...checks, { what: "network", line: "lsof -nP -a -i -c meantime" }]
    : [
        ...checks,
        { what: "network", line: "ss -tunp | grep -Ei 'meantime|webkit'" },
        { what: "cut", line: "unshare --net --map-current-user meantime" },
      ];
}

function windows({ folder, journal }: Places): Check[] {
  const all = quotedForWindows(folder);
  const file = quotedForWindows(`${folder}\\${journal.replaceAll("/", "\\")}`);
  return [
    { what: "list", line: `Get-ChildItem -Recurse ${all}` },
    { what: "bytes", line: `[BitConverter]::ToString([IO.File]::ReadAllBytes(${file})[0..31])` },
    { what: "search", line: `Get-ChildItem -Recurse -File ${all} | Select-String 'WORD' -List` },
    {
      what: "network",
      line: "Get-NetTCPConnection -OwningProcess (Get-Process meantime).Id",
    },
  ];
}

/** A name between quotes of its shell, whatever it holds. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", `'\\''`)}'`;
}

function quotedForWindows(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
