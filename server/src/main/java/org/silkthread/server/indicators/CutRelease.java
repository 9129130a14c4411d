package org.silkthread.server.indicators;

import java.util.Set;
import java.util.UUID;

/** Says who may read a cut by now. Rooms above, which have cuts made, fill this in; what none of them lets out is closed. */
public interface CutRelease {

    /** Whether everybody may read it, because what it was made for is public. */
    boolean isPublic(UUID cut);

    /** Whether it was made for one of these organisations, whose people may read it before everybody may. */
    boolean isOf(UUID cut, Set<String> organisations);
}
