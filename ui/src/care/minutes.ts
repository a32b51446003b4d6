/** The lengths of a ride on offer, in minutes (ruling "Check-in"). */
export const MINUTES = [5, 10, 15, 20] as const;
