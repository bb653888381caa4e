package vn.motcua;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Một Cửa: without arguments it serves the one-stop counters of a province; with a command it does
 * one job and ends ({@link Commands}).
 */
@SpringBootApplication
public class Application {

  public static void main(String[] args) {
    // The engine's date expressions use the zone of the JVM; a dossier's day is a day in Việt Nam.
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
    if (Commands.isCommand(args)) {
      System.exit(Commands.run(CallArguments.of(args)));
    }
    SpringApplication.run(Application.class, args);
  }
}
