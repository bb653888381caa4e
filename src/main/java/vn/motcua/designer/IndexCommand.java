package vn.motcua.designer;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.motcua.language.Texts;

/** Command {@code index}: rewrites {@code README.md} of the models from the models alone. */
@Command(
    name = "index",
    description = "Viết lại mục lục processes/README.md từ các mô hình.",
    mixinStandardHelpOptions = true)
public final class IndexCommand implements Callable<Integer> {

  @Option(
      names = "--of",
      defaultValue = "processes",
      description = "Thư mục mô hình (mặc định: ${DEFAULT-VALUE}).")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path page = folder.resolve("README.md");
    Import.replace(page, ModelIndex.of(folder));
    spec.commandLine().getOut().println(Texts.of("designer").get("index.done", page));
    return 0;
  }
}
