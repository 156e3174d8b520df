// SPDX-License-Identifier: Apache-2.0
import { useParams, useSearchParams } from "react-router";
import { useAlgorithms, useOwnAlgorithm } from "../../api/hooks";
import { Answer, Loading } from "../../elements/states/States";
import { AlgorithmEditor } from "./AlgorithmEditor";
import { BuiltIn } from "./BuiltIn";

/** /algorithms/own/night-shift: one's own, in its newest version or that of ?version=; /algorithms/new; else a built-in one. */
export default function EditAlgorithm() {
  const name = useParams()["*"] ?? "";
  const [search] = useSearchParams();
  const version = Number(search.get("version"));
  const isOwn = name.startsWith("own/");
  const algorithm = useOwnAlgorithm(isOwn ? name : null, Number.isInteger(version) && version > 0 ? version : null);
  const all = useAlgorithms();
  if (name === "new") return <AlgorithmEditor algorithm={null} />;
  if (!isOwn) {
    return (
      <Answer query={all} loading={<Loading rows={8} />}>
        {(page) => <BuiltIn name={name} algorithm={page.items.find((one) => one.name === name)} />}
      </Answer>
    );
  }
  return (
    <Answer query={algorithm} loading={<Loading rows={8} />}>
      {(shown) => <AlgorithmEditor key={`${shown.name} ${shown.version} ${shown.newest}`} algorithm={shown} />}
    </Answer>
  );
}
