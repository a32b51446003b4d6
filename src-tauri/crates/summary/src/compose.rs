//! From records and choices to the page: which sections stand on it, in which
//! order, and what is named as left out (domain reference E.2 to E.4).

use chrono::NaiveDate;
use journal::choices::{PageChoices, Variant};
use journal::course::{Area, Course, Interval, Sitting, last_held, next_planned, sittings};
use journal::grief::Loss;
use journal::technique::Experiment;
use journal::work::Work;
use journal::{Body, KindName, Moment, Record, RecordId, Share};

use crate::care::safety_plan;
use crate::figures::Figures;
use crate::names::Cast;
use crate::page::{Line, Page, Part, Section, SectionKind, Span, Style};
use crate::spans::{Blackouts, clean, direction_of, joined, styled};
use crate::words::{Fill, Words};
use crate::writer::Writer;
use crate::{courses, cravings, entries, lines, moments, scores, session, supports, work};

/// The most characters of one text that a person wrote (domain reference E.2).
pub(crate) const TEXT_MAX: usize = 600;
/// The most characters of one of its lines, and of any line that always has its
/// place: these together leave room for what is longer.
pub(crate) const LINE_MAX: usize = 240;

/// What a page is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// Every record of the journal that is not in the trash.
    pub records: &'a [Record],
    /// The moment the page is made at, by the writer's own clock.
    pub now: Moment,
    /// The words of the page's language.
    pub words: &'a Words,
    /// The first day covered; `None` begins after the last session that was held.
    pub since: Option<NaiveDate>,
}

/// The page that these choices make.
///
/// Nothing that is `Only me` leaves a trace on it, not even in a count; neither
/// does a person marked private, nor what is only about them.
pub fn compose(material: &Material<'_>, choices: &PageChoices) -> Page {
    Composer::new(material, choices).page()
}

/// Where on the page a kind stands that can be brought; none for what cannot
/// (domain reference E.4).
fn order(kind: KindName) -> Option<u8> {
    match kind {
        KindName::Dispute | KindName::Loss | KindName::Transition | KindName::Connection => Some(0),
        KindName::Conflict => Some(1),
        KindName::Experiment | KindName::Attempt | KindName::Rehearsal | KindName::Decision => {
            Some(2)
        }
        KindName::Pattern | KindName::PastRelationship | KindName::LifeEvent | KindName::Circle => {
            Some(5)
        }
        kind => kind.is_written().then_some(5),
    }
}

pub(crate) struct Composer<'a> {
    pub(crate) records: &'a [Record],
    pub(crate) now: Moment,
    pub(crate) words: &'a Words,
    /// Only as far as the variant has a place for them.
    pub(crate) choices: PageChoices,
    pub(crate) cast: Cast,
    pub(crate) sittings: Vec<Sitting<'a>>,
    /// The time the numbers are of.
    pub(crate) interval: Interval,
    /// The time since the last session: what was written in it is new.
    recent: Interval,
    pub(crate) since: Option<NaiveDate>,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(material: &Material<'a>, choices: &PageChoices) -> Self {
        let Material { records, now, words, since } = *material;
        let choices = choices.within_variant();
        let sittings = sittings(records);
        let held = || Interval::since_last_held(&sittings, now);
        let recent = since.map_or_else(held, |day| Interval::since_day(day, now));
        let began = newest_course(records).and_then(|(_, course)| course.started_on);
        let since = since.or(began.filter(|_| choices.variant.looks_back()));
        let interval = since.map_or_else(held, |day| Interval::since_day(day, now));
        let cast = Cast::new(records, choices.names, words);
        Self { records, now, words, choices, cast, sittings, interval, recent, since }
    }

    fn page(&self) -> Page {
        let (sections, lines) = lines::kept(self, self.sections());
        let lines_left = lines + scores::left(self);
        let footing = [
            ("page", Fill::Spans(vec![Span::PageNumber])),
            ("pages", Fill::Spans(vec![Span::PageCount])),
        ];
        Page {
            language: self.words.language().to_owned(),
            direction: self.words.direction(),
            title: furniture(self.words.fill("page-title", &self.variant())),
            corner: self.corner(),
            sections,
            footing: furniture(self.words.fill("page-footing", &footing)),
            left_out: self.left_out(lines_left),
            figures: Figures::of(self),
        }
    }

    /// The same under other choices for the same variant.
    pub(crate) fn under(&self, choices: PageChoices) -> Self {
        let Self { records, now, words, interval, recent, since, .. } = *self;
        let cast = Cast::new(records, choices.names, words);
        let sittings = self.sittings.clone();
        Self { records, now, words, choices, cast, sittings, interval, recent, since }
    }

    /// Every section, with all its lines.
    pub(crate) fn sections(&self) -> Vec<Section> {
        let choices = &self.choices;
        let mut sections = vec![self.first()];
        sections.extend(session::agenda(self));
        sections.extend(courses::section(self));
        sections.extend(choices.scores.then(|| scores::section(self)).flatten());
        sections.extend(choices.cravings.then(|| cravings::section(self)));
        sections.extend(choices.moments.then(|| moments::section(self)).flatten());
        sections.extend(choices.areas.then(|| work::numbers(self)).flatten());
        sections.extend(choices.supports.then(|| supports::section(self)).flatten());
        sections.extend(choices.rhythm.then(|| supports::rhythm(self)).flatten());
        sections.extend(session::went_well(self));
        sections.extend(session::coming(self));
        sections.extend(entries::sections(self));
        sections
    }

    pub(crate) fn variant(&self) -> [(&'static str, Fill); 1] {
        let variant = match self.choices.variant {
            Variant::Session => "session",
            Variant::First => "first",
            Variant::Midway => "midway",
            Variant::Ending => "ending",
            Variant::Group => "group",
            Variant::Prescriber => "prescriber",
        };
        [("variant", Fill::Choice(variant))]
    }

    fn corner(&self) -> Vec<Line> {
        let words = self.words;
        let mut lines = Vec::new();
        let label = clean(self.choices.label.trim()).replace('\n', " ");
        if !label.is_empty() {
            let label = styled(vec![self.inline(&label)], Style::Strong);
            let [variant] = self.variant();
            let fills = [("label", Fill::Spans(label)), variant];
            lines.push(furniture(words.fill("page-label", &fills)));
        }
        let mut when = match self.next() {
            Some(Sitting { record, session }) => words.fill(
                "page-corner-session",
                &[
                    ("number", Fill::Number(session.number.into())),
                    ("date", Fill::Spans(words.long_date(record.at.day()))),
                ],
            ),
            None => words.fill(
                "page-corner-no-session",
                &[("date", Fill::Spans(words.long_date(self.now.day())))],
            ),
        };
        let (from, to) = self.period();
        let covers = [
            ("period", Fill::Spans(words.period(from, to))),
            ("days", Fill::Number(days_between(from, to))),
        ];
        when.push(Span::plain(" "));
        when.extend(words.fill("page-corner-covers", &covers));
        lines.push(furniture(when));
        lines
    }

    fn first(&self) -> Section {
        let words = self.words;
        let strong = |id| styled(words.fill(id, &[]), Style::Strong);
        // Silence must never be read as zero: it says so whichever it is.
        let nine = if self.choices.item_nine {
            let answered = scores::item_nine(self).map(|spans| styled(spans, Style::Strong));
            answered.unwrap_or_else(|| strong("page-item-nine-not-completed"))
        } else {
            strong("page-not-shared")
        };
        let nine = words.fill("page-item-nine", &[("answer", Fill::Spans(nine))]);
        let mut lines = Vec::new();
        // A group is not told that there is something it is not told.
        if self.choices.variant != Variant::Group {
            lines.push(furniture(nine));
        }
        if self.choices.safety_plan {
            lines.push(furniture(safety_plan(self)));
        }
        if let (true, Some(sitting)) = (self.choices.own_line, self.own_line()) {
            let writer = self.writer(sitting.record).at_most(LINE_MAX);
            let said = styled(writer.inline(&sitting.session.own_line), Style::Strong);
            lines.push(writer.line(words.fill("page-own-line", &[("line", Fill::Spans(said))])));
        }
        Section {
            kind: SectionKind::First,
            item: None,
            heading: furniture(words.fill("page-first", &[])),
            aside: Line::default(),
            parts: vec![Part::Lines { lines }],
        }
    }

    /// What was left out by choice. What is `Only me` is not left out: it is not there.
    fn left_out(&self, lines: usize) -> Line {
        let choices = &self.choices;
        // What a sheet for others has no place for was not kept back from them.
        let told = !choices.variant.is_for_others();
        let scored = choices.variant != Variant::Group;
        let own_line = told && !choices.own_line && self.own_line().is_some();
        let agenda = told && !choices.agenda && session::agenda_written(self).is_some();
        let areas = told && !choices.areas && work::numbers(self).is_some();
        let went_well = told && !choices.went_well && session::went_well_written(self).is_some();
        let coming = told && !choices.coming && session::coming_written(self).is_some();
        let notes = told && self.check_in_notes().any(|note| !self.note_ticked(note));
        let named = [
            (scored && !choices.item_nine, "page-left-out-item-nine"),
            (!choices.safety_plan, "page-left-out-safety-plan"),
            (own_line, "page-left-out-own-line"),
            (agenda, "page-left-out-agenda"),
            (scored && !choices.scores && scores::any(self), "page-left-out-scores"),
            (!choices.cravings, "page-left-out-cravings"),
            (choices.cravings && !choices.use_days, "page-left-out-use-days"),
            (areas, "page-left-out-areas"),
            (went_well, "page-left-out-went-well"),
            (coming, "page-left-out-coming"),
            (notes, "page-left-out-check-in-notes"),
        ];
        let mut things: Vec<Vec<Span>> =
            named.iter().filter(|(out, _)| *out).map(|(_, id)| self.words.fill(id, &[])).collect();
        let left_out = |entry: &&Record| told && self.is_recent(entry) && !self.entry_ticked(entry);
        let entries = self.to_bring().filter(left_out).count();
        if entries > 0 {
            things.push(
                self.words.fill("page-left-out-entries", &[("entries", Fill::Number(entries))]),
            );
        }
        if lines > 0 {
            things.push(self.words.fill("page-left-out-lines", &[("lines", Fill::Number(lines))]));
        }
        if things.is_empty() {
            return Line::default();
        }
        let things = self.words.join("page-comma", things);
        furniture(self.words.fill("page-left-out", &[("things", Fill::Spans(things))]))
    }

    /// The session the page is made for.
    pub(crate) fn next(&self) -> Option<Sitting<'a>> {
        next_planned(&self.sittings, self.now)
    }

    pub(crate) fn last(&self) -> Option<Sitting<'a>> {
        last_held(&self.sittings, self.now)
    }

    pub(crate) fn own_line(&self) -> Option<Sitting<'a>> {
        self.next().filter(|sitting| !sitting.session.own_line.trim().is_empty())
    }

    /// The first and the last day covered.
    pub(crate) fn period(&self) -> (NaiveDate, NaiveDate) {
        let to = self.now.day();
        let held = || self.interval.after.map_or_else(|| self.first_day(), Moment::day);
        (self.since.unwrap_or_else(held).min(to), to)
    }

    /// The first day known of: of the course or of a check-in. Never of an entry,
    /// whose day would tell that it exists.
    pub(crate) fn first_day(&self) -> NaiveDate {
        let started = self.course().and_then(|course| course.started_on);
        let check_in = self.records.iter().filter(|record| matches!(record.body, Body::CheckIn(_)));
        let earliest = check_in.map(|record| record.at.day()).min();
        started.into_iter().chain(earliest).min().unwrap_or(self.now.day())
    }

    pub(crate) fn course(&self) -> Option<&'a Course> {
        self.course_record().map(|(_, course)| course)
    }

    /// The course that goes on, with its record.
    pub(crate) fn course_record(&self) -> Option<(&'a Record, &'a Course)> {
        newest_course(self.records)
    }

    /// What is marked To bring, in the order of the page: the work in the main area,
    /// conversations, what was tried, the other areas, and then the rest, each newest first.
    /// Those from before the time covered are among them: a session may have passed without
    /// them.
    pub(crate) fn to_bring(&self) -> impl Iterator<Item = &'a Record> {
        let bring = |record: &&Record| {
            order(record.kind()).is_some()
                && record.share == Share::ToBring
                && record.at <= self.interval.until
                && !self.is_private(record)
        };
        let mut entries: Vec<&Record> = self.records.iter().filter(bring).collect();
        entries.sort_by_key(|record| {
            let kind = record.kind();
            (self.place(kind), std::cmp::Reverse((record.at, record.id)))
        });
        entries.into_iter()
    }

    /// Work in another area than the main one comes after the week's conversations: two pages
    /// may not have room for all.
    fn place(&self, kind: KindName) -> Option<u8> {
        let place = order(kind);
        let Some(area) = kind.area() else { return place };
        let course = self.course();
        let is = |one: Option<Area>| one == Some(area);
        match course {
            Some(course) if is(course.second_area) => Some(3),
            Some(course) if course.main_area.is_some() && !is(course.main_area) => Some(4),
            Some(_) | None => place,
        }
    }

    /// Whether something was written or tried in the time covered, or is work that goes on:
    /// work was begun long before and is brought for where it stands today.
    fn is_recent(&self, record: &Record) -> bool {
        if let Body::Experiment(Experiment { tried_on: Some(day), .. }) = &record.body {
            // The day of a session belongs to both sides of it: better told twice than never.
            let after = self.recent.after.map(Moment::day);
            return *day <= self.now.day() && after.is_none_or(|after| *day >= after);
        }
        record.work().map_or_else(|| self.recent.contains(record.at), Work::is_open)
    }

    /// Check-ins with a note in the time covered, oldest first.
    pub(crate) fn check_in_notes(&self) -> impl Iterator<Item = &'a Record> {
        let note = |record: &&Record| match &record.body {
            Body::CheckIn(check_in) => !check_in.note.trim().is_empty(),
            _ => false,
        };
        let here = |record: &&Record| self.interval.contains(record.at) && !self.is_private(record);
        let mut notes: Vec<&Record> = self.records.iter().filter(note).filter(here).collect();
        notes.sort_by_key(|record| (record.at, record.id));
        notes.into_iter()
    }

    /// Whether an entry goes on the page.
    pub(crate) fn entry_ticked(&self, entry: &Record) -> bool {
        self.choices.entries && self.own_tick(entry)
    }

    /// Whether a record stands on the page as an entry of its own.
    pub(crate) fn is_on_page(&self, record: &Record) -> bool {
        record.share == Share::ToBring && self.entry_ticked(record)
    }

    /// The tick of an entry itself. Marking it To bring is the choice to bring it
    /// to the next session; after that session it has to be chosen by hand.
    pub(crate) fn own_tick(&self, entry: &Record) -> bool {
        self.choices.item(entry.id).unwrap_or_else(|| self.is_recent(entry))
    }

    /// Whether a check-in's note goes on the page. A note has no mark of its own,
    /// so each needs its own tick: a block ticked last week must not bring a note
    /// that was written since.
    pub(crate) fn note_ticked(&self, note: &Record) -> bool {
        self.choices.check_in_notes && self.choices.item(note.id).unwrap_or(false)
    }

    pub(crate) fn is_private(&self, record: &'a Record) -> bool {
        if self.whom(record).is_some_and(|person| self.cast.is_private(person)) {
            return true;
        }
        let people = record.people();
        !people.is_empty() && people.iter().all(|&person| self.cast.is_private(person))
    }

    /// Who died, for something written about a loss.
    pub(crate) fn lost(&self, record: &'a Record) -> Option<RecordId> {
        self.loss(record)?.person
    }

    /// The loss, or that to which something belongs.
    pub(crate) fn loss(&self, record: &'a Record) -> Option<&'a Loss> {
        match &self.work_of(record)?.body {
            Body::Loss(loss) => Some(loss),
            _ => None,
        }
    }

    /// With whom the dispute is to which something belongs.
    pub(crate) fn dispute_with(&self, record: &'a Record) -> Option<RecordId> {
        match &self.work_of(record)?.body {
            Body::Dispute(dispute) => dispute.person,
            _ => None,
        }
    }

    /// The work itself, or that to which something belongs.
    fn work_of(&self, record: &'a Record) -> Option<&'a Record> {
        if record.work().is_some() {
            return Some(record);
        }
        let focus = record.focus()?;
        self.records.iter().find(|other| other.id == focus)
    }

    /// The one it is about before all others, whoever else is named.
    fn whom(&self, record: &'a Record) -> Option<RecordId> {
        match &record.body {
            Body::PastRelationship(past) => past.person,
            _ => self.lost(record).or_else(|| self.dispute_with(record)),
        }
    }

    pub(crate) fn blackouts(&self, record: &Record) -> Blackouts {
        let chosen = self.choices.blackouts.iter().filter(|one| one.item == record.id);
        let meant: Vec<String> =
            chosen.flat_map(|one| self.cast.meant_by(&clean(&one.words))).collect();
        let texts: Vec<String> = record.texts().iter().map(|text| clean(text.text)).collect();
        Blackouts::new(meant.iter().map(String::as_str), &texts)
    }

    pub(crate) fn writer<'b>(&'b self, record: &'b Record) -> Writer<'b> {
        let mut about = record.people();
        about.extend(self.lost(record));
        let blackouts = self.blackouts(record);
        Writer { composer: self, item: record.id, about, blackouts, most: TEXT_MAX }
    }

    /// Words of the person within a sentence of the page.
    fn inline(&self, text: &str) -> Span {
        let direction = direction_of(text).filter(|direction| *direction != self.words.direction());
        Span::Words { text: text.to_owned(), style: Style::Plain, direction }
    }
}

fn newest_course(records: &[Record]) -> Option<(&Record, &Course)> {
    let courses = records.iter().filter_map(|record| match &record.body {
        Body::Course(course) => Some((record, course)),
        _ => None,
    });
    courses.max_by_key(|(record, _)| record.at)
}

/// A line of the page's own words, from no record.
pub(crate) fn furniture(spans: Vec<Span>) -> Line {
    Line { item: None, direction: None, spans: joined(spans) }
}

pub(crate) fn days_between(from: NaiveDate, to: NaiveDate) -> usize {
    usize::try_from((to - from).num_days() + 1).unwrap_or(0)
}
