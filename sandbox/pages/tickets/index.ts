/** The sample tickets; a ticket's number in its URL is its position here, counted from 1. */
import type { Ticket } from "../ticket.ts";
import { absent } from "./absent.ts";
import { disabled } from "./disabled.ts";
import { found } from "./found.ts";
import { international } from "./international.ts";
import { markupTicket } from "./markup.ts";
import { sharedAddress } from "./shared-address.ts";
import { unverified } from "./unverified.ts";

export const TICKETS: readonly Ticket[] = [
  found,
  disabled,
  unverified,
  sharedAddress,
  absent,
  markupTicket,
  international,
];
