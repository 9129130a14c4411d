package org.silkthread.cli.stats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.silkthread.cli.table.Column;
import org.silkthread.cli.table.InputError;
import org.silkthread.cli.table.Row;
import org.silkthread.cli.table.Table;
import org.silkthread.methods.proms.PackCellException;
import org.silkthread.methods.proms.PromsPack;
import org.silkthread.methods.proms.ProviderLayout;
import org.silkthread.methods.proms.RecordLayout;

/** Reads the files of a published PROMs pack, as CSV or zip, into one pack. */
final class PromsFile {

    /** Older files are in the encoding of the spreadsheets they came from. */
    private static final Charset SPREADSHEET = Charset.forName("windows-1252");

    private PromsFile() {}

    /** Adds what a file holds. */
    static void addTo(PromsPack pack, String file) {
        byte[] bytes = contentOf(file);
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            addZip(pack, file, bytes);
        } else {
            addTable(pack, Table.parse(file.equals("-") ? "standard input" : file, inUtf8(bytes)));
        }
    }

    private static void addZip(PromsPack pack, String file, byte[] bytes) {
        boolean found = false;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.toLowerCase(Locale.ROOT).endsWith(".csv") && !name.startsWith("__MACOSX")) {
                    addTable(pack, Table.parse(file + " (" + name + ")", inUtf8(zip.readAllBytes())));
                    found = true;
                }
            }
        } catch (IOException e) {
            throw InputError.inFile(file, "cannot be unpacked (" + e.getMessage() + ")");
        }
        if (!found) {
            throw InputError.inFile(file, "expected a zip with a .csv file in it, found none");
        }
    }

    private static void addTable(PromsPack pack, Table table) {
        List<String> header = table.columns().stream().map(Column::name).toList();
        Optional<ProviderLayout> providers = ProviderLayout.of(header);
        Optional<RecordLayout> records = providers.isPresent() ? Optional.empty() : RecordLayout.of(header);
        if (providers.isEmpty() && records.isEmpty()) {
            throw InputError.inLine(
                    table.source(),
                    1,
                    "expected the columns of a PROMs record file (Provider Code, Procedure, pre-op, post-op and"
                            + " predicted scores) or of a provider file (Procedure, Organisation Code, Measure, Modelled"
                            + " Records, Average Pre-Op Q Score, Average Post-Op Q Score, Adjusted Average Health Gain,"
                            + " Standard Deviation), found " + String.join(", ", header));
        }
        for (Row row : table.rows()) {
            try {
                providers.flatMap(layout -> layout.read(row.cells())).ifPresent(pack::add);
                records.ifPresent(layout -> layout.read(row.cells()).forEach(pack::add));
            } catch (PackCellException e) {
                throw row.refused(table.columns().get(e.column()), e.expected());
            } catch (IllegalArgumentException e) {
                throw InputError.inLine(table.source(), row.line(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static byte[] inUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return bytes;
        } catch (CharacterCodingException e) {
            return new String(bytes, SPREADSHEET).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] contentOf(String file) {
        try {
            return file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw InputError.inFile(file, "there is no such file");
        } catch (IOException | InvalidPathException e) {
            throw InputError.inFile(file, "cannot be read (" + e.getMessage() + ")");
        }
    }
}
