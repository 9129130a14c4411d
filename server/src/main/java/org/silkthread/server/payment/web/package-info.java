/** The pages, files and programming interface of contracts and statements. */
@NullMarked
package org.silkthread.server.payment.web;

import org.jspecify.annotations.NullMarked;
