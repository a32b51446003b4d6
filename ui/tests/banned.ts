/** Words that are never said to or about a person (design guide, "Never"), by language. */
export const BANNED: Record<string, RegExp[]> = {
  en: [
    /relaps/i,
    /\bclean\b/i,
    /\bdirty\b/i,
    /addict/i,
    /abus/i,
    /streak/i,
    /deficit/i,
    /\balcoholic/i,
    /\bjunkie/i,
    /\boverdue\b/i,
  ],
};
