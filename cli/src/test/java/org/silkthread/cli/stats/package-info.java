@org.jspecify.annotations.NullMarked
package org.silkthread.cli.stats;
