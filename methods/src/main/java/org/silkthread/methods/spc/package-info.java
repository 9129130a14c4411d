/** Statistical process control: the XmR chart of the NHS Making Data Count programme, its rules and its icons. */
@NullMarked
package org.silkthread.methods.spc;

import org.jspecify.annotations.NullMarked;
