package org.silkthread.server.directory.files;

import java.util.Optional;
import org.silkthread.server.tabular.TabularLayout;

/**
 * A layout of file as the merge needs to know it.
 *
 * @param source the name under which its statements are kept
 * @param layout its columns
 * @param codeColumn the column that says whom a row is about
 * @param nameColumn the column that names somebody in passing
 * @param parentColumn the column that places the organisation by a code that must be known; empty when the file's rows
 *     bring with them what they refer to
 */
public record FileKind(
        String source, TabularLayout layout, String codeColumn, String nameColumn, Optional<String> parentColumn) {}
