/** Tests of jobs on Spark, in this process and in executors of their own. */
@NullMarked
package org.silkthread.spark;

import org.jspecify.annotations.NullMarked;
