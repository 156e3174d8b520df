// SPDX-License-Identifier: Apache-2.0
// tries: a file above the rule's folder
// expect: invalid
// never: root:
import passwd from "../../../../../../etc/passwd";
export default passwd;
