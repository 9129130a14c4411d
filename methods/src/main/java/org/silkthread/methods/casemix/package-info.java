/** Case-mix models: what outcome to expect of each patient, how far the expectation can be trusted, and ratios to it. */
@NullMarked
package org.silkthread.methods.casemix;

import org.jspecify.annotations.NullMarked;
