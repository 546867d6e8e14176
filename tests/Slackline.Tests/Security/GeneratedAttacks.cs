using Slackline.Tcl;

namespace Slackline.Tests.Security;

/// <summary>Every command that queries have, every option and argument of it, every payload: made from the sandbox's own table, so no new command is forgotten.</summary>
internal static class GeneratedAttacks
{
    /// <summary>A query that makes several attempts, each for itself, and returns how many it has made.</summary>
    /// <param name="Script">The query.</param>
    /// <param name="Attempts">How many calls it makes.</param>
    public sealed record Attack(string Script, int Attempts);

    /// <summary>The attacks on one command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">Its options and the kinds of their values.</param>
    /// <param name="positional">The kinds of its arguments.</param>
    /// <param name="canary">What the payloads aim at.</param>
    public static IEnumerable<Attack> On(string command, IReadOnlyList<string> options, IReadOnlyList<string> positional, Canary canary)
    {
        string[] payloads = [.. Payloads(canary)];
        for (int i = 0; i < options.Count; i += 2)
        {
            // With the arguments that it needs, since some check their number first.
            string fillers = string.Concat(positional.Select(kind => kind == "word" ? " name" : " core"));
            yield return options[i + 1] == "flag"
                ? ForEach(payloads, $"{command} {options[i]} $p{fillers}")
                : ForEach(payloads, $"{command} {options[i]} $p{fillers}", $"{command} {options[i]} [list $p $p]{fillers}");
        }

        // One argument more than it has, too.
        for (int place = 0; place <= positional.Count; place++)
        {
            IEnumerable<string> words = Enumerable.Range(0, Math.Max(positional.Count, place + 1)).Select(i => i == place ? "$p" : i < positional.Count && positional[i] == "word" ? "name" : "core");
            yield return ForEach(payloads, $"{command} {string.Join(' ', words)}");
        }

        // An option by any name.
        yield return ForEach(payloads, $"{command} -$p core");

        string file = canary.CreatedFile;
        string[] redirections =
        [
            $"> {file}", $">{file}", $">> {file}", $">>{file}", $"\">\" {file}", $"{{>}} {file}", $"\\> {file}", $"\\x3e {file}", $"\\u003e{file}", $"[format %c 62] {file}",
            $"[format %c%s 62 {file}]", $"{{*}}{{> {file}}}", $"{{*}}[list >> {file}]", $"[string index a>b 1] {file}", $"$gt {file}", $"$gt$gt{file}", $"\\\n> {file}",
            $"{{ > }} {file}", $"\" >{file}\"", $"＞ {file}", $"> {canary.VictimFile}", $">{canary.VictimFile}", "> created", ">created", $"> {{|touch {file}}}",
        ];
        string arguments = string.Concat(positional.Select(kind => kind == "word" ? " r" : " *"));
        yield return Made("set gt >\n", redirections.SelectMany(redirection => (string[])[$"{command}{arguments} {redirection}", $"eval [list {command}{arguments}] {{ {redirection} }}"]), 1);
    }

    /// <summary>Words that do something if anybody evaluates, opens or believes them.</summary>
    public static IEnumerable<string> Payloads(Canary canary)
    {
        string file = canary.CreatedFile;
        string touch = $"exec touch {file}";
        yield return $"[{touch}]";
        yield return $"{{[{touch}]}}";
        yield return $"\"[{touch}]\"";
        yield return $"x; {touch}; list";
        yield return $";{touch}";
        yield return $"x\n{touch}\nlist";
        yield return $"x\\\n[{touch}]";
        yield return $"]; {touch}; list [";
        yield return $"}}; {touch}; list {{";
        yield return $"\"; {touch}; list \"";
        yield return $"$x[{touch}]";
        yield return $"$a([{touch}])";
        yield return $"1[{touch}]";
        yield return $"0 + [{touch}]";
        yield return $"1 || [{touch}]";
        yield return $"\\[{touch}\\]";
        yield return $"\\[exec\\ touch\\ {file}\\]";
        yield return $"\\x5bexec\\x20touch\\x20{file}\\x5d";
        yield return $"\\u005b{touch}\\u005d";
        yield return $"\\133{touch}\\135";
        yield return $"x\\n{touch}".Replace(" ", "\\ ", StringComparison.Ordinal);
        yield return $"［{touch}］";
        yield return $"x； {touch}";
        yield return $"name==[{touch}]";
        yield return $"name=~*[{touch}]*";
        yield return $"name==x && [{touch}]";
        yield return $"[open {file} w]";
        yield return $"[open {{|touch {file}}}]";
        yield return $"[source {canary.ScriptFile}]";
        yield return $"[write_sdc {file}]";
        yield return $"[::sta::write_sdc_cmd {file}]";
        yield return $"[read_verilog {canary.VictimFile}]";
        yield return $"[file delete {canary.VictimFile}]";
        yield return $"[::tcl::file::delete {canary.VictimFile}]";
        yield return $"[set_false_path -to *]";
        yield return $"[interp invokehidden {{}} {touch}]";
        yield return $"[::slackline::sandbox::unlock][{touch}]";
        yield return $"[::slackline::sandbox::shelf::1 {file}]";
        yield return "[exit]";
        yield return "a[exit]b";
        yield return "x;exit";
        yield return $"[error [read [open {canary.SecretFile}]]]";
        yield return $"|touch {file}";
        yield return canary.ProgramFile;
        yield return canary.SecretFile;
        yield return "_0000000000000001_p_Pin";
        yield return "_efbeaddeefbeadde_p_Instance";
        yield return "_41414141414141_p_Net _4141414141414141_p_Net";
        yield return "\\x5f4141414141414141_p_PathEnd";
        yield return "_4141414141414141_p_void";
        yield return "NULL";
        yield return "-filter";
        yield return "-digits";
        yield return $"-of_objects [{touch}]";
        yield return "%n%n%n%s%s%s";
        yield return "9999999999999999999999";
        yield return "-1";
        yield return "1e999";
        yield return "";
        yield return new string('x', 10_000);
        yield return new string('{', 500);
        yield return string.Concat(Enumerable.Repeat("{a ", 200)) + new string('}', 200);
        yield return new string('[', 500);
        yield return "*";
    }

    private static Attack ForEach(string[] payloads, params string[] calls)
    {
        // The list is one word.
        Attack body = Made("", calls, payloads.Length);
        return body with { Script = $"foreach p {TclList.Format(TclList.Format(payloads))} {{\n{body.Script}}}\nset made" };
    }

    private static Attack Made(string before, IEnumerable<string> calls, int times)
    {
        string[] made = [.. calls];
        return new Attack(before + string.Concat(made.Select(call => $"catch {{ {call} }} m; puts $m; incr made\n")), made.Length * times);
    }
}
