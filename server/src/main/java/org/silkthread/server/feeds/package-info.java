/** Takes in messages as hospitals' systems send them, keeps each before it is acknowledged, and says how fresh a feed is. */
@NullMarked
package org.silkthread.server.feeds;

import org.jspecify.annotations.NullMarked;
