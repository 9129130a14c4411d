/** The screen, the form, and the pages of the staff who look after them. */
@NullMarked
package org.silkthread.server.satisfaction.web;

import org.jspecify.annotations.NullMarked;
