/** Statistics of health-service quality: a plain Java library that needs nothing else of Silkthread. */
@NullMarked
package org.silkthread.methods;

import org.jspecify.annotations.NullMarked;
