/** The answers a card offers, in the order they are shown. */
import type {
  ChangeWhose,
  ContactFrequency,
  ContactMode,
  EffectOnRecovery,
  KnowsAbout,
  Relation,
  Standing,
  SubstanceRole,
  SupportKind,
} from "../../ipc";

export const RELATIONS = [
  "partner",
  "ex_partner",
  "mother",
  "father",
  "parent",
  "son",
  "daughter",
  "child",
  "brother",
  "sister",
  "sibling",
  "other_family",
  "friend",
  "colleague",
  "boss",
  "sponsor",
  "peer_in_recovery",
  "clinician",
  "neighbour",
  "pet",
  "other",
] as const satisfies Relation[];
export const STANDINGS = ["current", "past", "estranged", "died"] as const satisfies Standing[];
export const EFFECTS = [
  "helps",
  "harder",
  "both",
  "not_sure",
] as const satisfies EffectOnRecovery[];
export const FREQUENCIES = [
  "daily",
  "several_a_week",
  "weekly",
  "two_or_three_a_month",
  "monthly",
  "few_a_year",
  "none",
] as const satisfies ContactFrequency[];
export const MODES = [
  "in_person",
  "call",
  "text",
  "video",
  "online",
  "letter",
] as const satisfies ContactMode[];
export const SUPPORT_KINDS = [
  "emotional",
  "practical",
  "money",
  "company",
  "advice",
  "recovery",
] as const satisfies SupportKind[];
export const WHOSE = ["mine", "theirs", "both", "accept_as_is"] as const satisfies ChangeWhose[];
export const SUBSTANCE_ROLES = [
  "supports_recovery",
  "neutral",
  "uses_with_me",
  "supplies",
  "pressures_me",
  "worried",
  "harmed",
  "does_not_know",
] as const satisfies SubstanceRole[];
export const KNOWS = ["my_use", "my_treatment", "my_mood"] as const satisfies KnowsAbout[];
/** From none to a great deal. */
export const DEGREES = [0, 1, 2, 3, 4] as const;
