// SPDX-License-Identifier: Apache-2.0
import { useParams, useSearchParams } from "react-router";
import { useModule } from "../../api/hooks";
import { Answer, Loading } from "../../elements/states/States";
import { ModuleEditor } from "./ModuleEditor";

/** /modules/shared/budget.js: a module in its newest version, or in the one of ?version=; /modules/new: an empty page. */
export default function EditModule() {
  const name = useParams()["*"] ?? "";
  const [search] = useSearchParams();
  const version = Number(search.get("version"));
  const isNew = name === "new";
  const module = useModule(isNew ? null : name, Number.isInteger(version) && version > 0 ? version : null);
  if (isNew) return <ModuleEditor module={null} />;
  return (
    <Answer query={module} loading={<Loading rows={8} />}>
      {(shown) => <ModuleEditor key={`${shown.name} ${shown.version} ${shown.newest}`} module={shown} />}
    </Answer>
  );
}
