package org.silkthread.measure.content;

import java.util.List;
import java.util.Optional;
import org.silkthread.measure.value.Code;

/** Value sets and code systems by canonical address. A version may be empty: then the latest that is known. */
public interface Terminology {

    /** The codes of a value set; empty when the value set is not known. */
    Optional<List<Code>> expansion(String valueSet, String version);

    /** Whether a code system is known and has the code. */
    boolean inCodeSystem(String code, String codeSystem, String version);

    /** Whether the first code is the second or lies below it in its code system's hierarchy. */
    boolean subsumes(Code ancestor, Code descendant);
}
