// @ts-check
/** After everything was erased: this browser's own copy goes too, also where it did so by itself already. */

import { forget } from "../store/forget.js";
import { idsIn } from "../store/journals.js";

const told = document.getElementById("forgotten");
await forget(idsIn(told?.dataset.erased));
if (told) told.hidden = false;
