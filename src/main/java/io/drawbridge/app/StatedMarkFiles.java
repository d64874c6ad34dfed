package io.drawbridge.app;

import io.drawbridge.analysis.MarkedImage;
import io.drawbridge.engine.Image;
import io.drawbridge.graph.StatedMark;
import io.drawbridge.store.DataDirectory;
import io.drawbridge.store.MarkJournal;
import io.drawbridge.store.MarksFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where statements of people come from: files that they name, {@code marks.json} of the data directory, and its journal, which goes over both. */
final class StatedMarkFiles {

  private static final String IN_DATA = "marks.json";

  private StatedMarkFiles() {}

  /** What was said in a data directory. */
  static List<StatedMark> of(DataDirectory data) {
    return of(data, List.of());
  }

  /** What was said in a data directory and in files that go over its own. */
  static List<StatedMark> of(DataDirectory data, List<Path> files) {
    Path own = data.root().resolve(IN_DATA);
    List<StatedMark> all = new ArrayList<>(Files.exists(own) ? MarksFile.read(own) : List.of());
    all.addAll(of(files));
    all.addAll(new MarkJournal(data).read());
    return all;
  }

  /** What was said in files, the last of which counts. */
  static List<StatedMark> of(List<Path> files) {
    return files.stream().flatMap(file -> MarksFile.read(file).stream()).toList();
  }

  /** Puts statements over an estate; those about nodes that are not there are told, and are a problem of the inputs. */
  static OpenedEstate over(OpenedEstate estate, List<StatedMark> stated, PrintWriter messages) {
    MarkedImage marked = MarkedImage.of(estate.image(), stated);
    marked.problems().forEach(problem -> messages.println(Terminal.printable("mark left out, " + problem)));
    messages.flush();
    return new OpenedEstate(marked.image(), marked.problems().isEmpty() ? estate.inputs() : estate.inputs().or(ExitCode.COVERAGE));
  }

  /** The same for a server, which has nobody to tell at each question. */
  static Image over(Image image, List<StatedMark> stated) {
    return MarkedImage.of(image, stated).image();
  }
}
