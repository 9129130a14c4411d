/**
 * The demonstration: a synthetic health service, written as files, loaded by the importers that everybody uses, and
 * published by the same steps as a real one.
 */
@NullMarked
package org.silkthread.cli.demo;

import org.jspecify.annotations.NullMarked;
