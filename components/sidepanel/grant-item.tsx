import type { Thing } from "../../lib/directory/thing.ts";
import { t } from "../../lib/i18n.ts";
import type { Grant } from "../../lib/keycard/index.ts";
import { Detail, Details, Missing, Value } from "../parts/details.tsx";
import { ApiMoment } from "../parts/moment.tsx";
import type { NameOf } from "../user/thing-names.ts";
import { isOver, isRenewing, standingOf } from "./grant-standing.ts";
import { Named } from "./named.tsx";

/** What a grant is for, as far as the API says. */
export function resourceOf({ resource_id }: Grant): Thing[] {
  return resource_id === undefined ? [] : [{ kind: "resources", id: resource_id }];
}

export function GrantItem({ grant, nameOf }: { grant: Grant; nameOf: NameOf }) {
  const [resource] = resourceOf(grant);
  const { scopes, expires_at: end, refreshed_at: renewed } = grant;
  const renews = isRenewing(grant);
  const isExpired = standingOf(grant) === "expired";
  return (
    <li class={isOver(grant) ? "part-item is-over" : "part-item"}>
      <Details>
        <Detail name={t("inspect.resource")}>
          {resource ? <Named thing={resource} nameOf={nameOf} /> : <Missing />}
        </Detail>
        <Detail name={t("inspect.scopes")}>
          {scopes?.length === 0 ? (
            <Missing word={t("inspect.noScopes")} />
          ) : (
            <Value text={scopes?.join(" ")} code />
          )}
        </Detail>
        <Detail name={t("inspect.status")}>
          <Value text={statusWord(grant)} />
          {isExpired && end !== undefined && (
            <>
              {" "}
              <ApiMoment text={end} />
            </>
          )}
        </Detail>
        {renewed !== undefined && (
          <Detail name={t("inspect.renewed")}>
            <ApiMoment text={renewed} />
          </Detail>
        )}
        {/* The expiry is next to the state; once a grant is revoked, it means nothing. */}
        {!isOver(grant) && (
          <Detail name={t(renews ? "inspect.tokenExpires" : "inspect.expires")}>
            {end === undefined ? <Missing /> : <ApiMoment text={end} />}
          </Detail>
        )}
      </Details>
    </li>
  );
}

/** A status that is in the API notes, in words; a newer one as it came. */
function statusWord(grant: Grant): string | undefined {
  const renews = isRenewing(grant);
  switch (grant.status) {
    case "active":
      return t(renews ? "inspect.activeRenews" : "inspect.active");
    case "expired":
      return t(renews ? "inspect.tokenExpired" : "inspect.expired");
    case "revoked":
      return t("inspect.revoked");
    case undefined:
      return renews ? t("inspect.renews") : undefined;
    default:
      return grant.status;
  }
}
