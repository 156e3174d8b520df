// SPDX-License-Identifier: Apache-2.0
// tries: a file by a static import
// expect: invalid
// says: cannot be imported
// never: root:
import passwd from "/etc/passwd";
export default passwd;
