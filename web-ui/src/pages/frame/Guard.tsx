// SPDX-License-Identifier: Apache-2.0
import { Navigate, useLocation } from "react-router";
import { useSession } from "../../api/hooks";
import { Shell } from "../../elements/shell/Shell";
import { Failure } from "../../elements/states/States";

/** Pages are for people who signed in; everybody else signs in first and comes back to where they wanted to go. */
export function Guard() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isError && session.data === undefined) {
    return <Failure failure={session.error} retry={() => void session.refetch()} />;
  }
  if (session.data === undefined) return null;
  if (session.data === null) {
    const next = pathname === "/" && !search ? "" : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return <Shell session={session.data} />;
}
