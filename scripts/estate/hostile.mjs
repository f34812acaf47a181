/** Texts that strangers may put where a scanner reads them. None may do anything but be seen. */
export const HOSTILE = {
  script: '<script>alert(document.domain)</script>',
  breakout: '"></script><img src=x onerror=alert(1)>',
  formula: "=cmd|' /C calc'!A0",
  sum: '@SUM(1+1)*cmd',
  plus: '+49 30 5550100',
  bidi: 'invoice\u202Efdp.exe',
  invisible: 'team\u200B-\u200Dtransport\uFEFF',
  markdown: '[rotate now](javascript:alert(1)) | **pass** | ![x](https://tracker.example/p.png)',
  template: '{{constructor.constructor("return process")()}} ${7*7} <%= 7*7 %>',
  terminal: '\u001B[2J\u001B[31mALL CHECKS PASSED\u001B[0m\u0007',
  hyperlink: '\u001B]8;;https://evil.example\u0007click\u001B]8;;\u0007',
  workflow: 'x\r\n::error title=owned::written by a tag\r\n::set-output name=pass::true',
  halfPair: 'half a pair: \uD83D',
  nothing: '',
  long: 'rotate this credential with the procedure in the depot handbook; '.repeat(4).slice(0, 255),
};
