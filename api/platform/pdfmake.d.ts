/** The part of pdfmake 0.3 that is used; it ships no types. */
declare module 'pdfmake' {
  export type PaperContent =
    | string
    | PaperContent[]
    | { [property: string]: unknown; text?: PaperContent; stack?: PaperContent[]; svg?: string };
  export interface Paper {
    content: PaperContent;
    info?: { title: string };
    footer?: (page: number, pages: number) => PaperContent;
    [property: string]: unknown;
  }
  interface Pdfmake {
    setFonts(fonts: Record<string, { normal: string; bold: string }>): void;
    setLocalAccessPolicy(may: (path: string) => boolean): void;
    setUrlAccessPolicy(may: (url: string) => boolean): void;
    createPdf(paper: Paper): { getBuffer(): Promise<Buffer> };
  }
  const pdfmake: Pdfmake;
  export default pdfmake;
}
