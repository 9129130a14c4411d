package org.silkthread.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.silkthread.server.audit.Actor;
import org.silkthread.server.tabular.ImportOptions;
import org.silkthread.server.tabular.ImportReport;
import org.silkthread.server.tabular.TabularFile;

/** Small files of organisations that do not exist. Their codes begin with Z, which no real one here does. */
final class FictionalFiles {

    static final Actor LOADER = new Actor.SystemJob("test of the directory");

    private FictionalFiles() {}

    /** The folk of Northmarch, in our own layout. */
    static ImportReport northmarch(DirectoryImports imports) {
        ImportReport report = imports.importFile(
                DirectoryImportKind.ORGANISATIONS,
                "organisations.csv",
                () -> {
                    InputStream file = FictionalFiles.class.getResourceAsStream("/directory/organisations.csv");
                    return file == null ? InputStream.nullInputStream() : file;
                },
                ImportOptions.STRICT,
                LOADER);
        assertThat(report.problems()).isEmpty();
        return report;
    }

    static ImportReport load(DirectoryImports imports, DirectoryImportKind kind, String content) {
        return load(imports, kind, content, ImportOptions.STRICT);
    }

    static ImportReport load(
            DirectoryImports imports, DirectoryImportKind kind, String content, ImportOptions options) {
        return imports.importFile(kind, "test.csv", text(content), options, LOADER);
    }

    static TabularFile.Source text(String content) {
        return () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
