/** The values that page components are drawn from: tables, cells, summary rows, choices, tasks and pages of a list. */
@NullMarked
@NamedInterface("component")
package org.silkthread.server.web.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
