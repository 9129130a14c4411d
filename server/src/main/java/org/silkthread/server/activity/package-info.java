/** What happened to patients in departments, as the messages of feeds tell it. */
@NullMarked
package org.silkthread.server.activity;

import org.jspecify.annotations.NullMarked;
