/** Patient reported outcome measures: scores, case-mix adjusted health gain of providers, outliers and rates. */
@NullMarked
package org.silkthread.methods.proms;

import org.jspecify.annotations.NullMarked;
