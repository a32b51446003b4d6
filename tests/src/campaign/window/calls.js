// One well-formed call of every command that the page may make. `STRANGE` asks first: what it
// changes needs no secret, opens a dialog of the system, or replaces the page.
// Settings, preferences and choices carry every field there is: less is refused at the door.
const ID = "01890000-0000-7000-8000-000000000000";
const NOW = "2026-03-09T10:00:00+01:00";
const DAY = "2026-03-09";
const GROUPS = ["0000", "G40N", "R405", "M301", "E20M", "918W", "5GRY", "38EW", "1WZY"];
const WORDS = "not these words at all";
const SECRET = { passphrase: WORDS };
const RECORD = {
  id: ID,
  at: NOW,
  share: "only_me",
  around: {
    people: [],
    feelings: [],
    mood: { before: null, after: null },
    craving: { before: null, after: null },
  },
  body: { kind: "note", title: "A title", text: "A text" },
};
const CHOICES = {
  names: "role", label: "", paper: "a4", item_nine: true, safety_plan: true, own_line: true,
  agenda: true, scores: true, cravings: true, use_days: true, check_in_notes: false,
  triggers: true, entries: true, items: [], blackouts: [],
};
const PREFS = {
  theme: "light", text_size: 100, language: "en", region: null, hide_key: "double_esc", failed: [],
};
const QUERY = {
  text: "", kinds: [], people: [], from: null, to: null, share: null, after: null, limit: 50,
};
const CALLS = {
  about_person: { id: ID, kinds: [] },
  activity: {},
  back_up_now: {},
  backup_state: {},
  begin_anew: {},
  bring_text_back: { secret: null },
  change_passphrase: { current: WORDS, newPassphrase: WORDS, weakOk: true },
  check_group: { text: "0000" },
  choose_backup: {},
  choose_backup_folder: {},
  choose_scale_pack: {},
  contact_weeks: { weeks: 8 },
  copy_text: { text: "a", secret: false },
  count_days: { from: DAY, to: DAY },
  course: {},
  create_journal: { passphrase: WORDS, weakOk: true },
  delete_days: { passphrase: WORDS, from: DAY, to: DAY },
  delete_forever: { id: ID },
  drop_draft: { id: ID },
  erase_journal: { passphrase: WORDS },
  forget_backup_folder: {},
  hide: {},
  history: { id: ID },
  journal_list: { query: QUERY },
  list_records: { query: { kinds: ["note"], people: [], focus: null, from: null, to: null, limit: 5 } },
  known_backups: {},
  lock: {},
  look_over: { secret: SECRET },
  new_record: { kind: "note" },
  page_file_password: {},
  page_offer: {},
  page_preview: { choices: CHOICES },
  page_printed: { choices: CHOICES },
  page_save: { choices: CHOICES, password: null },
  passphrase_strength: { text: WORDS },
  people: {},
  people_to_call: {},
  person_page: { id: ID },
  pick_backup: { place: 0 },
  proof: {},
  put_back_aside: { place: 0 },
  put_draft: { record: RECORD },
  put_text_away: { record: RECORD },
  quick_unlock: {},
  record: { id: ID },
  recovery_key_again: { passphrase: WORDS },
  recovery_key_later: {},
  recovery_key_typed: { groups: GROUPS },
  recovery_retest_later: {},
  recovery_state: {},
  reminders: {},
  remove_aside: { passphrase: WORDS, place: 0 },
  remove_left_backups: {},
  renew_keys: { current: WORDS, newPassphrase: WORDS, weakOk: true },
  rescue: { secret: SECRET },
  restore_backup: { secret: SECRET },
  review_backup: { secret: SECRET },
  ride_on: { seconds: 60 },
  save_record: { record: RECORD },
  save_recovery_sheet: {},
  set_asides: {},
  scale_history: { id: "phq-9" },
  scales: {},
  set_prefs: { prefs: PREFS },
  set_settings: {
    settings: { lock_after_minutes: 5, spell_check: false, check_in_pace: null, own_numbers: [] },
  },
  settings: {},
  start: {},
  suggest_passphrase: {},
  patterns: { span: "everything" },
  timeline: { query: { zoom: "life", day: null } },
  today: {},
  trash_record: { id: ID },
  trashed: {},
  turn_off_pin: { passphrase: WORDS },
  turn_on_pin: { passphrase: WORDS, pin: "123456" },
  unlock: { passphrase: WORDS },
  unlock_with_pin: { pin: "123456" },
  unlock_with_recovery_key: { groups: GROUPS, newPassphrase: WORDS, weakOk: true },
  untrash_record: { id: ID },
  use_days: { first: DAY, last: DAY },
  wait_before_try: {},
};
const invoke = (name, args) =>
  window.__TAURI_INTERNALS__.invoke(name, args).then(
    (value) => ({ value: value ?? null }),
    (error) => (error?.code ? { code: error.code } : { refused: String(error) }),
  );
