// @ts-check
/** After everything was erased: this browser's own copy goes too, also where it did so by itself already. */

import { forget } from "../session/forget.js";

await forget();
const told = document.getElementById("forgotten");
if (told) told.hidden = false;
