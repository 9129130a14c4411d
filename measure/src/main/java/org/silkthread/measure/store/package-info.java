/** The population store: patients' resources in a folder, compact, quick to read, safe to load into. */
@NullMarked
package org.silkthread.measure.store;

import org.jspecify.annotations.NullMarked;
