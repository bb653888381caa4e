package vn.motcua.access;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.motcua.language.Texts;

/**
 * {@code create-administrator NAME}: makes an administrator in the database of the server. The
 * password comes from {@code MOTCUA_ADMIN_PASSWORD} or is asked for; never from the command line,
 * where every user of the machine could read it.
 */
@Command(
    name = "create-administrator",
    description = "Tạo người quản trị. Mật khẩu: nhập khi được hỏi, hoặc MOTCUA_ADMIN_PASSWORD.",
    mixinStandardHelpOptions = true)
public final class AdministratorCommand implements Callable<Integer> {

  private static final Texts TEXTS = Texts.of("access");

  @Parameters(paramLabel = "TÊN-ĐĂNG-NHẬP", description = "tên đăng nhập")
  private String user;

  @Spec private CommandSpec spec;

  private final Supplier<ConfigurableApplicationContext> engine;

  /**
   * @param engine opens the server's database and engine without serving anything
   */
  public AdministratorCommand(Supplier<ConfigurableApplicationContext> engine) {
    this.engine = engine;
  }

  @Override
  public Integer call() {
    PrintWriter words = spec.commandLine().getErr();
    String password = password();
    try {
      WeakPassword.refuse(user, password);
      try (ConfigurableApplicationContext context = engine.get()) {
        context.getBean(FirstAdministrator.class).make(user, password);
      }
    } catch (IllegalArgumentException refused) {
      words.println(refused.getMessage());
      return 1;
    } catch (BeanCreationException closed) {
      words.println(
          TEXTS.get("administrator.database-busy", closed.getMostSpecificCause().getMessage()));
      return 1;
    }
    spec.commandLine().getOut().println(TEXTS.get("administrator.created", user));
    return 0;
  }

  private static String password() {
    String given = System.getenv("MOTCUA_ADMIN_PASSWORD");
    if (given == null) {
      given = System.getProperty("motcua.admin.password");
    }
    Console console = System.console();
    if (given == null && console != null) {
      char[] typed =
          console.readPassword("%s", TEXTS.get("administrator.ask", LongPasswords.LENGTH));
      given = typed == null ? null : new String(typed);
    }
    return given;
  }
}
