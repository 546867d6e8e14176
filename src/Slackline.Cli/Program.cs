using System.Text;
using Slackline.Reports; using Slackline.Reports.Paths; using Slackline.Timing;
long parsed=0,diag=0,verb=0,paths=0,diff=0; 
foreach (var f in args) {
  var s = new Sink(f); var p = new OpenStaStreamParser(File.OpenRead(f), s); var c = new PathChunk();
  while (p.Fill(c)) c.Clear();
  parsed+=s.parsed; diag+=s.diag; verb+=s.verb; paths+=s.paths; diff+=s.diff;
}
Console.WriteLine($"parsed {parsed} diag {diag} verbatim {verb} paths {paths} diff {diff}");
sealed class Sink(string file) : IReportSink {
  public long parsed,diag,verb,paths,diff; TextBuffer b = new();
  public void Accept(in ReportBlock k) {
    switch(k.Kind){ case BlockKind.Path: parsed+=k.Text.Length; paths++; b.Clear(); for(int i=0;i<k.Path.Chunk.BlankLinesBefore[k.Path.Index];i++) b.Write("\n"u8); PathRenderer.Render(k.Path,b); if(!b.Written.SequenceEqual(k.Text)) { diff++; Console.WriteLine($"DIFF {file} {k.Offset}\n{Encoding.UTF8.GetString(k.Text)}\n----\n{Encoding.UTF8.GetString(b.Written)}"); } break;
     case BlockKind.BlankLines: parsed+=k.Text.Length; break; case BlockKind.Diagnostic: diag+=k.Text.Length; break; default: verb+=k.Text.Length; if (k.Damage!=Damage.None) Console.WriteLine($"{k.Damage} {file} {k.Offset}: {Encoding.UTF8.GetString(k.Text)}"); break; }
  }
}
